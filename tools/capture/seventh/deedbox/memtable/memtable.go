// Package memtable is a table with one writer at a time.
package memtable

import "sync"

// Table has rows by key.
type Table struct {
	writer sync.Mutex
	mu     sync.RWMutex
	rows   map[string]string
}

// New is empty.
func New() *Table { return &Table{rows: make(map[string]string)} }

// Txn is a transaction: there is only one at a time.
type Txn struct {
	table   *Table
	changes map[string]string
}

// Begin waits for the other writers.
func (t *Table) Begin() *Txn {
	t.writer.Lock()
	return &Txn{table: t, changes: make(map[string]string)}
}

// Set changes a row.
func (x *Txn) Set(key, value string) { x.changes[key] = value }

// Commit writes the changes and lets the next writer begin.
func (x *Txn) Commit() {
	defer x.table.writer.Unlock()
	x.table.mu.Lock()
	defer x.table.mu.Unlock()
	for key, value := range x.changes {
		x.table.rows[key] = value
	}
}

// Get reads a row.
func (t *Table) Get(key string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.rows[key]
}
