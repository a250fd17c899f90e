// Package saga runs steps that can be undone.
package saga

import "git.copper.example/orders/sagalog/table"

type saga struct {
	id       int
	steps    []string
	finished bool
}

// Desk knows all sagas.
type Desk struct{ sagas table.Table[int, *saga] }

// NewDesk has none.
func NewDesk() *Desk { return &Desk{} }

func newSaga(id int) *saga { return &saga{id: id, steps: make([]string, 0, 24)} }

// Begin starts a saga.
func (d *Desk) Begin(id int) {
	s := newSaga(id)
	s.steps = append(s.steps, "reserve", "charge", "ship")
	d.sagas.Set(id, s)
}

// End finishes or aborts it.
func (d *Desk) End(id int, abort bool) {
	if abort {
		d.sagas.Drop(id)
		return
	}
	if s, ok := d.sagas.Get(id); ok {
		s.finished = true
	}
}
