// Package cursors is places in a table.
package cursors

import (
	"iter"
	"sync"

	"go.tenpins.example/lanes/tenpins/table"
)

type cursor struct {
	next func() (int, table.Row, bool)
	stop func()
}

// Desk has a fixed number of cursors.
type Desk struct {
	rows *table.Table

	mu   sync.Mutex
	all  []*cursor
	read int
}

// Open has n cursors.
func Open(rows *table.Table, n int) *Desk {
	d := &Desk{rows: rows}
	for i := range n {
		d.all = append(d.all, d.begin(i*17))
	}
	return d
}

func (d *Desk) begin(key int) *cursor {
	c := &cursor{}
	c.next, c.stop = iter.Pull2(d.rows.From(key))
	c.next()
	return c
}

// Page reads on at a cursor.
func (d *Desk) Page(at int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for range 20 {
		if _, _, more := d.all[at].next(); !more {
			d.all[at].stop()
			d.all[at] = d.begin(at)
		}
		d.read++
	}
}

// Renew gives up a cursor that was idle.
func (d *Desk) Renew(at int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.all[at].stop()
	d.all[at] = d.begin(at * 31)
}
