// Package wicks asks whether lamps are lit.
package wicks

import (
	"context"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start serves lamps and asks for them.
func Start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	go func() { _ = server.Serve(l) }()
	residents.Settle(ctx, 60)
	conn, err := grpc.Dial(l.Addr().String(), grpc.WithInsecure())
	if err != nil {
		return err
	}
	cadence.Spread(ctx, 3, func(int) { _ = Follow(ctx, conn) })
	cadence.Loop(ctx, 200*time.Millisecond, func(int) {
		_, _ = grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	})
	return nil
}

// Follow waits for the first word of a lamp.
func Follow(ctx context.Context, conn *grpc.ClientConn) error {
	stream, err := grpc_health_v1.NewHealthClient(conn).Watch(ctx, &grpc_health_v1.HealthCheckRequest{})
	if err != nil {
		return err
	}
	_, err = stream.Recv()
	return err
}
