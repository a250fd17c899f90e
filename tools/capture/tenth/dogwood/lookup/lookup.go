// Package lookup asks the table.
package lookup

import "go.dogwood.example/geo/dogwood/mapped"

// Lookup remembers the last answers.
type Lookup struct {
	table *mapped.Table
	last  [256]byte
}

// New asks a table.
func New(t *mapped.Table) *Lookup { return &Lookup{table: t} }

// Turn asks for some addresses, each turn a little further.
func (l *Lookup) Turn(n int) {
	for i := 0; i < 5; i++ {
		l.last[(n+i)%len(l.last)] = l.table.At((n*5 + i) * 4096)
	}
}
