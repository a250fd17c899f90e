// Package shop takes orders.
package shop

import (
	"fmt"

	"orders.example/coriander/journal"
)

type order struct {
	lines []string
	total int
}

// Shop keeps the latest orders of each customer.
type Shop struct {
	journal *journal.Journal
	latest  [4000]*order
}

// New logs to a journal.
func New(j *journal.Journal) *Shop { return &Shop{journal: j} }

// Order is order n.
func (s *Shop) Order(n int) {
	o := &order{total: n % 997}
	for i := 0; i < 4; i++ {
		o.lines = append(o.lines, fmt.Sprintf("%d of article %d in the colour of the season", i+1, (n+i)%3000))
	}
	s.latest[n%len(s.latest)] = o
	s.journal.Log(fmt.Sprintf("order %d was taken", n), map[string]any{"total": o.total, "customer": n % 4000, "first": o.lines[0]})
}
