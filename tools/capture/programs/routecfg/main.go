// Command routecfg routes calls to upstreams.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/rpcapi"

	"rpc.example/routecfg/upstream"
)

var places []*tables.Place

func start(ctx context.Context) error {
	server, err := peer.Start("quotes", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(40)
	set := upstream.NewSet(server)
	jobs.Every(ctx, 2500*time.Millisecond, func(int) { set.Reload(ctx) })
	jobs.Every(ctx, 300*time.Millisecond, func(int) { set.Call(ctx, "S1") })
	bus.NewTopic(ctx, "routes", 380, 500*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() {
	peer.Main("quotes", rpcapi.Serve)
	run.Service("routecfg", start)
}
