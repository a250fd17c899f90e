// Package desk has traders, each with the quotes of their papers.
package desk

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"

	"git.marketrow.example/quotes/sateen/stream"
)

// Quote is a price at a time.
type Quote struct {
	Paper    string
	Bid, Ask [8]float64
	At       time.Time
}

// Trader hears quotes while they are at work.
type Trader struct {
	number int
	quotes *stream.Reader[*Quote]
	last   *Quote
	at     atomic.Bool
}

var heard atomic.Int64

// Open has traders who come one after the other, and perSecond quotes.
func Open(ctx context.Context, traders int, perSecond float64) {
	all := stream.New[*Quote]()
	crew := make([]*Trader, traders)
	for i := range crew {
		crew[i] = &Trader{number: i, quotes: all.Listen()}
		go crew[i].work(ctx)
	}
	start.Beat(ctx, perSecond, func(n int) {
		q := &Quote{Paper: fmt.Sprint("paper-", n%800), At: time.Now()}
		for i := range q.Bid {
			q.Bid[i], q.Ask[i] = float64(n%9000)/100, float64(n%9000+i)/100
		}
		all.Say(q)
	})
}

// work hears quotes; three of the desk begin with the afternoon only.
func (t *Trader) work(ctx context.Context) {
	if t.number%9 == 8 {
		if !t.afternoon(ctx) {
			return
		}
	}
	t.at.Store(true)
	for {
		q, err := t.quotes.Next(ctx)
		if err != nil {
			return
		}
		t.last = q
		heard.Add(1)
	}
}

func (t *Trader) afternoon(ctx context.Context) bool {
	select {
	case <-time.After(5 * time.Hour):
		return true
	case <-ctx.Done():
		return false
	}
}
