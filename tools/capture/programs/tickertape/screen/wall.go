// Package screen shows quotes.
package screen

import (
	"context"
	"log"

	"example.org/rpcapi"
)

// Wall is many small screens.
type Wall struct{ quotes rpcapi.Client }

// NewWall shows what the client gets.
func NewWall(quotes rpcapi.Client) *Wall { return &Wall{quotes: quotes} }

// First returns the first quote of a symbol's stream.
func (w *Wall) First(ctx context.Context, symbol string) float64 {
	stream, err := w.quotes.Watch(ctx, symbol)
	if err != nil {
		log.Print(err)
		return 0
	}
	quote, err := stream.Recv()
	if err != nil {
		log.Print(err)
		return 0
	}
	return quote.Price
}
