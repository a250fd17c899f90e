// Package feed reads prices from the quote service.
package feed

import (
	"context"
	"sync"

	"google.golang.org/grpc"

	"example.org/rpcapi"
)

// Desk has a connection that is renewed.
type Desk struct {
	address string
	mu      sync.RWMutex
	client  rpcapi.Client
}

// NewDesk is not connected yet.
func NewDesk(address string) *Desk { return &Desk{address: address} }

func connect(address string) (*grpc.ClientConn, error) {
	return grpc.Dial(address, grpc.WithInsecure())
}

// Refresh connects to where the service is now.
func (d *Desk) Refresh() error {
	conn, err := connect(d.address)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.client = rpcapi.NewClient(conn)
	return nil
}

// Price asks for one price.
func (d *Desk) Price(ctx context.Context, symbol string) (float64, error) {
	d.mu.RLock()
	client := d.client
	d.mu.RUnlock()
	quote, err := client.Get(ctx, symbol)
	if err != nil {
		return 0, err
	}
	return quote.Price, nil
}
