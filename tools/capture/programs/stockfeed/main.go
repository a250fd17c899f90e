// Command stockfeed feeds stock numbers.
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

	"ware.example/stockfeed/level"
)

var places []*tables.Place

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(40)
	db.SetMaxIdleConns(40)
	places = tables.Gazetteer(12)
	jobs.Every(ctx, 700*time.Millisecond, func(n int) {
		if n < 45 {
			go level.Follow(ctx, db, n)
		}
	})
	bus.NewTopic(ctx, "levels", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("stockfeed", start)
}
