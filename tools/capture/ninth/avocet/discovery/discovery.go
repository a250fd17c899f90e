// Package discovery asks upstreams what they can do.
package discovery

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	"example.org/rpcapi"

	"go.avocet.example/discover/avocet/routing"
)

// Discovery knows upstreams.
type Discovery struct {
	table     *routing.Table
	addresses []string
}

// New enters what it finds in a table.
func New(table *routing.Table, addresses []string) *Discovery {
	return &Discovery{table: table, addresses: addresses}
}

// Once asks one of the upstreams.
func (d *Discovery) Once(ctx context.Context, n int) error {
	address := d.addresses[n%len(d.addresses)]
	client, err := d.reflect(ctx, address)
	if err != nil {
		return fmt.Errorf("upstream %s: %w", address, err)
	}
	for _, name := range []string{"open", "close", "high", "low"} {
		quote, err := client.Get(ctx, fmt.Sprintf("%s-%d", name, n%7))
		if err != nil {
			return fmt.Errorf("upstream %s: %w", address, err)
		}
		d.table.Enter(address, quote.Symbol, quote.Price)
	}
	return nil
}

func (d *Discovery) reflect(ctx context.Context, address string) (rpcapi.Client, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	conn, err := grpc.DialContext(ctx, address, grpc.WithInsecure(), grpc.WithBlock())
	if err != nil {
		return rpcapi.Client{}, err
	}
	return rpcapi.NewClient(conn), nil
}
