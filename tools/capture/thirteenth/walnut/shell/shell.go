// Package shell answers calls.
package shell

import (
	"context"
	"log"
	"net"
	"sync/atomic"
	"time"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/types"
)

// Shell has a listener and a server.
type Shell struct {
	listener net.Listener
	server   *ttrpc.Server
	calls    atomic.Int64
}

// Open opens it at a free port.
func Open() (*Shell, error) {
	server, err := ttrpc.NewServer()
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Shell{listener: l, server: server}
	server.Register("shim.Tasks", map[string]ttrpc.Method{"Wait": s.wait})
	return s, nil
}

// Address is where.
func (s *Shell) Address() string { return s.listener.Addr().String() }

// Serve answers until the context ends.
func (s *Shell) Serve(ctx context.Context) {
	if err := s.server.Serve(ctx, s.listener); err != nil {
		log.Print(err)
	}
}

func (s *Shell) wait(ctx context.Context, unmarshal func(interface{}) error) (interface{}, error) {
	var wanted types.Duration
	if err := unmarshal(&wanted); err != nil {
		return nil, err
	}
	s.calls.Add(1)
	select {
	case <-time.After(time.Duration(wanted.Seconds) * time.Second):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return &types.Empty{}, nil
}
