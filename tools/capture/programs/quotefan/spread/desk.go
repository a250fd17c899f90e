// Package spread watches the distance of bid and ask.
package spread

import (
	"context"
	"log"
	"time"
)

// Desk takes quotes.
type Desk struct {
	quotes chan float64
	widest float64
}

// NewDesk starts following.
func NewDesk(ctx context.Context) *Desk {
	d := &Desk{quotes: make(chan float64, 100)}
	go d.follow(ctx)
	return d
}

// Quote takes one quote.
func (d *Desk) Quote(q float64) { d.quotes <- q }

func (d *Desk) follow(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case q := <-d.quotes:
			if q > d.widest {
				d.widest = q
			}
		case <-time.After(time.Hour):
			log.Print("no quotes for an hour")
		}
	}
}
