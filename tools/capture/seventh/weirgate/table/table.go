// Package table is what is exported.
package table

import (
	"fmt"

	"go.millstream.example/export/weirgate/export"
)

// Table has rows without end.
type Table struct{ name string }

// New has a name.
func New(name string) *Table { return &Table{name: name} }

// Dump hands over one row after the other.
func (t *Table) Dump(x *export.Exporter) {
	for n := 0; ; n++ {
		r := &export.Row{Table: t.name, Number: n}
		for i := range r.Cells {
			r.Cells[i] = fmt.Sprintf("%s.%d.%d", t.name, n, i)
		}
		x.Put(r)
	}
}
