// Package fares asks carriers what a route costs.
package fares

import (
	"context"
	"time"
)

// Fare is what a carrier wants.
type Fare struct {
	Carrier string
	Cents   int
	Legs    [16]int
}

type carrier struct {
	name string
	lag  time.Duration
}

// Board knows the carriers.
type Board struct{ carriers []carrier }

// NewBoard asks the carriers named.
func NewBoard(names ...string) *Board {
	b := &Board{}
	for i, name := range names {
		b.carriers = append(b.carriers, carrier{name: name, lag: time.Duration(5+9*i) * time.Millisecond})
	}
	return b
}

// Cheapest returns the first fare to come in.
func (b *Board) Cheapest(ctx context.Context, route int) (Fare, error) {
	offers := make(chan Fare)
	for _, c := range b.carriers {
		go b.inquire(c, route, offers)
	}
	select {
	case fare := <-offers:
		return fare, nil
	case <-ctx.Done():
		return Fare{}, ctx.Err()
	}
}

func (b *Board) inquire(c carrier, route int, offers chan<- Fare) {
	time.Sleep(c.lag + time.Duration(route%7)*time.Millisecond)
	offers <- Fare{Carrier: c.name, Cents: 4900 + route%900}
}
