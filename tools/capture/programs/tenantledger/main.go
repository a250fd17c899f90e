// Command tenantledger closes the tenants' books.
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
	"example.org/wiredb"

	"saas.example/tenantledger/tenant"
)

var places []*tables.Place

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(45)
	closing := tenant.NewClosing(server)
	jobs.Every(ctx, 2500*time.Millisecond, func(n int) { closing.Run(ctx, n) })
	bus.NewTopic(ctx, "bookings", 390, 500*time.Millisecond)
	traffic.Buffers(ctx, 4000)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("tenantledger", start)
}
