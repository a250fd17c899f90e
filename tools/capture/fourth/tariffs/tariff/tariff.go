// Package tariff has rates by goods.
package tariff

import (
	"fmt"
	"sync/atomic"
	"time"
)

type entry struct {
	rate  float64
	notes []string
}

// Table is a tariff.
type Table struct {
	version int
	entries map[string]*entry
}

// Current is the tariff of today.
type Current struct{ table atomic.Pointer[Table] }

// Reload reads the tariff with that version; it takes its time.
func (c *Current) Reload(version int) {
	t := &Table{version: version, entries: make(map[string]*entry)}
	for i := 0; i < 38000; i++ {
		t.entries[fmt.Sprint("/goods/", i)] = &entry{rate: float64(i%40) / 10, notes: make([]string, 9)}
		if version > 0 && i%400 == 0 {
			time.Sleep(15 * time.Millisecond)
		}
	}
	c.table.Store(t)
}

// Rate is what one pays.
func (c *Current) Rate(goods string) float64 {
	if e, ok := c.table.Load().entries[goods]; ok {
		return e.rate
	}
	return 0
}
