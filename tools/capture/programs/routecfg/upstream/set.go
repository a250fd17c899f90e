// Package upstream holds the connections in force.
package upstream

import (
	"context"
	"log"
	"sync"

	"google.golang.org/grpc"

	"example.org/rpcapi"
)

// Set is the upstream in force.
type Set struct {
	server string
	mu     sync.RWMutex
	conn   *grpc.ClientConn
}

// NewSet has no connection before the first Reload.
func NewSet(server string) *Set { return &Set{server: server} }

// Reload connects by the new configuration.
func (s *Set) Reload(ctx context.Context) {
	conn, err := grpc.DialContext(ctx, s.server, grpc.WithInsecure(), grpc.WithBlock())
	if err != nil {
		log.Print(err)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conn = conn
}

// Call asks for one quote.
func (s *Set) Call(ctx context.Context, symbol string) {
	s.mu.RLock()
	conn := s.conn
	s.mu.RUnlock()
	if conn == nil {
		return
	}
	if _, err := rpcapi.NewClient(conn).Get(ctx, symbol); err != nil {
		log.Print(err)
	}
}
