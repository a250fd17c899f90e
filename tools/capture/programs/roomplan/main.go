// Command roomplan shows which rooms are taken.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/wiredb"

	"hotel.example/roomplan/occupancy"
)

var words map[string]uint32

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return err
	}
	words = tables.Dictionary(20)
	plan := occupancy.NewPlan(db)
	jobs.Every(ctx, 600*time.Millisecond, func(n int) { go plan.Month(ctx, n) })
	jobs.Every(ctx, 100*time.Millisecond, func(n int) { plan.Today(ctx, n) })
	bus.NewTopic(ctx, "rooms", 60, 200*time.Millisecond)
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("roomplan", start)
}
