// Package watch knows prices.
package watch

import (
	"context"
	"sync"
	"time"

	"example.org/rpcapi"
)

const kept = 200

// Desk has the prices of the last symbols asked for.
type Desk struct {
	client rpcapi.Client

	mu     sync.Mutex
	prices map[string]float64
}

// NewDesk asks client.
func NewDesk(client rpcapi.Client) *Desk {
	return &Desk{client: client, prices: make(map[string]float64)}
}

// Ask asks for the price of a symbol.
func (d *Desk) Ask(ctx context.Context, symbol string) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	quote, err := d.client.Get(ctx, symbol)
	if err != nil {
		return err
	}
	d.note(quote)
	return nil
}

// First takes the opening price of a symbol that is new on the market.
func (d *Desk) First(ctx context.Context, symbol string) error {
	stream, err := d.client.Watch(ctx, symbol)
	if err != nil {
		return err
	}
	quote, err := stream.Recv()
	if err != nil {
		return err
	}
	d.note(quote)
	return nil
}

func (d *Desk) note(quote *rpcapi.Quote) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.prices) >= kept {
		d.prices = make(map[string]float64)
	}
	d.prices[quote.Symbol] = quote.Price
}
