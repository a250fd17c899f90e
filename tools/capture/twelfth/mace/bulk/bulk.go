// Package bulk answers many questions in one operation.
package bulk

import (
	"fmt"
	"time"

	"bulk.example/mace/sc"
)

type member struct {
	name   string
	groups []string
	team   *operation
}

type operation struct {
	id      int
	members *sc.Cache[int, *member]
	rates   *sc.Cache[int, float64]
}

// Desk counts operations.
type Desk struct {
	ttl     time.Duration
	members int
	sum     float64
}

// NewDesk caches for a time within an operation.
func NewDesk(ttl time.Duration) *Desk { return &Desk{ttl: ttl} }

func (d *Desk) begin(n int) *operation {
	o := &operation{id: n}
	o.members = sc.New(o.load, d.ttl)
	o.rates = sc.New(rate, d.ttl)
	return o
}

func (o *operation) load(n int) *member {
	m := &member{name: fmt.Sprintf("member %d of operation %d", n, o.id), team: o}
	for i := 0; i < 6; i++ {
		m.groups = append(m.groups, fmt.Sprintf("group-%d-%d", n, i))
	}
	return m
}

func rate(n int) float64 { return 1 + float64(n)/100 }

// Operation is operation n.
func (d *Desk) Operation(n int) {
	o := d.begin(n)
	for i := 0; i < 400; i++ {
		m := o.members.Get(i % 150)
		d.sum += o.rates.Get(i%20) * float64(len(m.groups))
		d.members++
	}
}
