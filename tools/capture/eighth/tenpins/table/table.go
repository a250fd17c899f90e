// Package table is rows in order.
package table

import "iter"

// Row is one.
type Row struct {
	Key    int
	Fields [5]int
}

// Table has rows.
type Table struct{ rows []Row }

// New has n rows.
func New(n int) *Table {
	t := &Table{rows: make([]Row, n)}
	for i := range t.rows {
		t.rows[i].Key = i
	}
	return t
}

// From goes through the rows from a key on.
func (t *Table) From(key int) iter.Seq2[int, Row] {
	return func(yield func(int, Row) bool) {
		page := make([]Row, 0, 64)
		for _, row := range t.rows[key%len(t.rows):] {
			page = append(page[:0], row)
			if !yield(row.Key, page[0]) {
				return
			}
		}
	}
}
