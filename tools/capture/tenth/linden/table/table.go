// Package table sums values by their name.
package table

import "sync"

// Table has so many rows.
type Table struct {
	mu   sync.Mutex
	rows []float64
}

// New has n rows.
func New(n int) *Table { return &Table{rows: make([]float64, n)} }

// Add adds to the row of a name.
func (t *Table) Add(name string, value float64) {
	sum := 0
	for _, b := range []byte(name) {
		sum = sum*31 + int(b)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[(sum&0xffffff)%len(t.rows)] += value
}
