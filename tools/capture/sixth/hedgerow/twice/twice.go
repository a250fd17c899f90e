// Package twice asks again what is slow, and takes the first answer.
package twice

import (
	"context"
	"time"

	"git.hedgebank.example/quotes/hedgerow/quote"
)

const patience = 120 * time.Millisecond

type ask func(ctx context.Context, ready chan<- struct{})

type prices struct{ next quote.Prices }

// Around asks next.
func Around(next quote.Prices) quote.Prices { return &prices{next: next} }

// Price returns the first answer of at most two.
func (p *prices) Price(ctx context.Context, plant int) (price int, err error) {
	answers := make(chan int, 2)
	race(ctx, func(ctx context.Context, ready chan<- struct{}) {
		got, failed := p.next.Price(ctx, plant)
		if failed == nil {
			answers <- got
		}
		ready <- struct{}{}
	})
	select {
	case price = <-answers:
	default:
		err = context.Canceled
	}
	return price, err
}

func race(ctx context.Context, run ask) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	first, second := make(chan struct{}), make(chan struct{})
	go run(ctx, first)
	slow := time.NewTimer(patience)
	defer slow.Stop()
	select {
	case <-first:
		return
	case <-slow.C:
		go run(ctx, second)
	}
	select {
	case <-first:
	case <-second:
	}
}
