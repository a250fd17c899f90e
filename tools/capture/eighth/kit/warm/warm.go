// Package warm is tables that are filled as their rows are first asked for, and then full.
package warm

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Row is a line of a table.
type Row struct {
	Name   string
	Fields [12]string
	Ranks  []int64
}

// Table has a row for each of a fixed number of keys, once it was asked for.
type Table struct {
	mu   sync.RWMutex
	rows map[int]*Row
}

// Fill asks for all of n rows, spread over the time given, and then for the same ones again and again.
func Fill(ctx context.Context, n int, over time.Duration) *Table {
	t := &Table{rows: make(map[int]*Row)}
	go t.ask(ctx, n, over)
	return t
}

func (t *Table) ask(ctx context.Context, n int, over time.Duration) {
	const pause = 50 * time.Millisecond
	clock := time.NewTicker(pause)
	defer clock.Stop()
	share := int(int64(n)*int64(pause)/int64(over)) + 1
	for at := 0; ; {
		select {
		case <-clock.C:
		case <-ctx.Done():
			return
		}
		for i := 0; i < share; i++ {
			t.Row(at % n)
			at++
		}
	}
}

// Row returns the row of a key.
func (t *Table) Row(key int) *Row {
	t.mu.RLock()
	row, found := t.rows[key]
	t.mu.RUnlock()
	if found {
		return row
	}
	row = load(key)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = row
	return row
}

func load(key int) *Row {
	row := &Row{Name: fmt.Sprintf("row %d", key), Ranks: make([]int64, 64)}
	for i := range row.Fields {
		row.Fields[i] = fmt.Sprintf("field %d of row %d", i, key)
	}
	return row
}
