// Package lookup asks the quote service.
package lookup

import (
	"context"

	"google.golang.org/grpc"

	"example.org/rpcapi"
)

// Prices asks one server.
type Prices struct{ server string }

// NewPrices asks the server at this address.
func NewPrices(server string) *Prices { return &Prices{server: server} }

func dial(server string) (*grpc.ClientConn, error) { return grpc.Dial(server, grpc.WithInsecure()) }

// Of returns the price of a symbol.
func (p *Prices) Of(ctx context.Context, symbol string) (float64, error) {
	conn, err := dial(p.server)
	if err != nil {
		return 0, err
	}
	quote, err := rpcapi.NewClient(conn).Get(ctx, symbol)
	if err != nil {
		return 0, err
	}
	return quote.Price, nil
}
