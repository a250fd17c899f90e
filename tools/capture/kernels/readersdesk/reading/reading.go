// Package reading is a table of many readers and one writer.
package reading

import (
	"sync"
	"time"
)

// Table is read often.
type Table struct {
	sync.RWMutex
	rows []int
}

func (t *Table) look() int {
	t.RLock()
	defer t.RUnlock()
	time.Sleep(10 * time.Millisecond)
	return len(t.rows)
}

func (t *Table) rebuild() {
	t.Lock()
	defer t.Unlock()
	time.Sleep(330 * time.Millisecond)
	t.rows = make([]int, 100)
}

var table Table

// Run reads for ever, or writes.
func Run(n int) {
	for {
		if n == 0 {
			table.rebuild()
			time.Sleep(170 * time.Millisecond)
			continue
		}
		table.look()
		time.Sleep(15 * time.Millisecond)
	}
}
