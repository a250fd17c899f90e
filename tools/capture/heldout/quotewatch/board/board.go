// Package board shows prices.
package board

import (
	"context"

	"example.org/rpcapi"
)

// Board remembers the newest price.
type Board struct {
	quotes rpcapi.Client
	newest float64
}

// New shows prices of a service.
func New(quotes rpcapi.Client) *Board { return &Board{quotes: quotes} }

func (b *Board) open(ctx context.Context, symbol string) (rpcapi.Stream, error) {
	return b.quotes.Watch(ctx, symbol)
}

// Glance shows the price of now.
func (b *Board) Glance(ctx context.Context, symbol string) error {
	prices, err := b.open(ctx, symbol)
	if err != nil {
		return err
	}
	quote, err := prices.Recv()
	if err != nil {
		return err
	}
	b.newest = quote.Price
	return nil
}
