// Package board shows the last quote.
package board

import (
	"context"
	"log"
	"time"
)

// Board is what is shown.
type Board struct {
	quotes chan int
	shown  int
}

// New starts showing.
func New(ctx context.Context) *Board {
	b := &Board{quotes: make(chan int, 80)}
	go b.loop(ctx)
	return b
}

// Show shows a quote.
func (b *Board) Show(quote int) { b.quotes <- quote }

func (b *Board) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case q := <-b.quotes:
			b.shown = q
		case <-time.After(time.Hour):
			log.Print("stale")
		}
	}
}
