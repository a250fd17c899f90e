// Package table is a map for many goroutines.
package table

import "sync"

// Table maps K to V.
type Table[K comparable, V any] struct{ rows sync.Map }

// Set stores a row.
func (t *Table[K, V]) Set(key K, row V) { t.rows.Store(key, row) }

// Get finds a row.
func (t *Table[K, V]) Get(key K) (row V, ok bool) {
	found, ok := t.rows.Load(key)
	if !ok {
		return row, false
	}
	return found.(V), true
}

// Drop removes a row.
func (t *Table[K, V]) Drop(key K) { t.rows.Delete(key) }
