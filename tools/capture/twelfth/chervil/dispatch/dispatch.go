// Package dispatch finds drivers.
package dispatch

import (
	"context"
	"time"

	"rides.example/chervil/offer"
)

// Dispatch has offers that wait for a driver.
type Dispatch struct {
	ctx     context.Context
	book    *offer.Book
	life    time.Duration
	waiting []*offer.Offer
}

// New dispatches until its context ends.
func New(ctx context.Context, b *offer.Book, life time.Duration) *Dispatch {
	return &Dispatch{ctx: ctx, book: b, life: life}
}

// Ride is ride n; one in three is taken after some others have come, the others run out.
func (d *Dispatch) Ride(n int) {
	o := d.book.Open(d.ctx, n, d.life)
	if n%3 != 0 {
		return
	}
	d.waiting = append(d.waiting, o)
	if len(d.waiting) > 200 {
		d.book.Take(d.waiting[0])
		d.waiting = append(d.waiting[:0], d.waiting[1:]...)
	}
}
