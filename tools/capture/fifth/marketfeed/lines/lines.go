// Package lines is the connections to the exchange, dialled once and shared.
package lines

import (
	"google.golang.org/grpc"

	"example.org/rpcapi"
)

// Bundle is a few connections.
type Bundle struct{ clients []rpcapi.Client }

// Dial opens n connections.
func Dial(address string, n int) (*Bundle, error) {
	b := &Bundle{}
	for i := 0; i < n; i++ {
		conn, err := grpc.Dial(address, grpc.WithInsecure())
		if err != nil {
			return nil, err
		}
		b.clients = append(b.clients, rpcapi.NewClient(conn))
	}
	return b, nil
}

// Line is the connection for the n-th desk.
func (b *Bundle) Line(n int) rpcapi.Client { return b.clients[n%len(b.clients)] }
