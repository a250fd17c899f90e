// Package index finds the day of a row.
package index

import (
	"sort"
	"sync"

	"git.seamstress.example/archive/restitch/merge"
)

// Index has every so many-th row of each day.
type Index struct {
	every int

	mu   sync.RWMutex
	rows []uint32
	days []int
}

// New is empty.
func New(every int) *Index { return &Index{every: every} }

// Replace makes the index of blocks, which are no longer needed then.
func (x *Index) Replace(blocks []*merge.Block) {
	var rows []uint32
	var days []int
	for _, b := range blocks {
		for i := 0; i < len(b.Rows); i += x.every * 32 {
			rows = append(rows, b.Rows[i])
			days = append(days, b.Day)
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.rows, x.days = rows, days
}

// Find returns a day, or -1 as long as there is no index.
func (x *Index) Find(row uint32) int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if len(x.rows) == 0 {
		return -1
	}
	return x.days[sort.Search(len(x.rows)-1, func(i int) bool { return x.rows[i] >= row })]
}
