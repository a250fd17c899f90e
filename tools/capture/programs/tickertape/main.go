// Command tickertape shows quotes on a wall.
package main

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/rpcapi"

	"rpc.example/tickertape/screen"
)

var words map[string]uint32

func start(ctx context.Context) error {
	server, err := peer.Start("quotes", "")
	if err != nil {
		return err
	}
	conn, err := grpc.DialContext(ctx, server, grpc.WithInsecure())
	if err != nil {
		return err
	}
	words = tables.Dictionary(16)
	wall := screen.NewWall(rpcapi.NewClient(conn))
	pool := jobs.NewPool(ctx, 4, 8)
	jobs.Every(ctx, 180*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { wall.First(ctx, fmt.Sprintf("S%d", n)) })
	})
	bus.NewTopic(ctx, "screens", 60, 200*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() {
	peer.Main("quotes", rpcapi.Serve)
	run.Service("tickertape", start)
}
