// Package upstream holds the connections in force.
package upstream

import (
	"context"
	"fmt"
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
	if len(parse(400)) == 0 {
		return
	}
	conn, err := grpc.DialContext(ctx, s.server, grpc.WithInsecure(), grpc.WithBlock())
	if err != nil {
		log.Print(err)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conn = conn
}

func parse(lines int) []string {
	routes := make([]string, 0, lines)
	for i := 0; i < lines; i++ {
		routes = append(routes, fmt.Sprintf("route %d: prefix /v%d/ to quotes, retry twice, weight %d", i, i%9, i%100))
	}
	return routes
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
