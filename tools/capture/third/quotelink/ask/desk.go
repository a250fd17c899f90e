// Package ask asks for quotes.
package ask

import (
	"context"
	"fmt"
	"time"

	"example.org/rpcapi"
	"google.golang.org/grpc"
)

// Desk asks over one connection.
type Desk struct{ quotes rpcapi.Client }

func dial(address string) (rpcapi.Client, error) {
	conn, err := grpc.Dial(address, grpc.WithInsecure())
	if err != nil {
		return rpcapi.Client{}, err
	}
	return rpcapi.NewClient(conn), nil
}

// NewDesk connects to address.
func NewDesk(address string) (*Desk, error) {
	quotes, err := dial(address)
	return &Desk{quotes: quotes}, err
}

// Quote returns a price.
func (d *Desk) Quote(ctx context.Context, symbol string) (float64, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	q, err := d.quotes.Get(ctx, symbol)
	if err != nil {
		return 0, err
	}
	return q.Price, nil
}

// Verify asks the source itself whether the price is the same.
func (d *Desk) Verify(ctx context.Context, source, symbol string) error {
	other, err := dial(source)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	q, err := other.Get(ctx, symbol)
	if err != nil {
		return err
	}
	if price, err := d.Quote(ctx, symbol); err != nil || price != q.Price {
		return fmt.Errorf("quote of %s: %v, %w", symbol, price, err)
	}
	return nil
}
