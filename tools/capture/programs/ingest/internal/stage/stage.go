// Package stage writes rows in the order they come.
package stage

import (
	"context"
	"time"
)

// Row is one record of a partition.
type Row struct {
	Partition, Offset int
	Body              [200]byte
}

// Table takes rows through a small buffer.
type Table struct {
	rows    chan Row
	written int
}

// NewTable buffers size rows.
func NewTable(size int) *Table { return &Table{rows: make(chan Row, size)} }

// Write stores rows one by one until ctx ends.
func (t *Table) Write(ctx context.Context, each time.Duration) {
	for {
		select {
		case <-t.rows:
			t.written++
			time.Sleep(each)
		case <-ctx.Done():
			return
		}
	}
}

// Load sends a partition's backlog of n rows.
func (t *Table) Load(ctx context.Context, partition, n int) {
	for offset := 0; offset < n && ctx.Err() == nil; offset++ {
		t.rows <- Row{Partition: partition, Offset: offset}
	}
}

// Tail sends new rows as they appear.
func (t *Table) Tail(ctx context.Context, partition int) {
	tick := time.NewTicker(300 * time.Millisecond)
	defer tick.Stop()
	for offset := 0; ; offset++ {
		select {
		case <-tick.C:
			t.rows <- Row{Partition: partition, Offset: offset}
		case <-ctx.Done():
			return
		}
	}
}
