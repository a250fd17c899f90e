// Command searchd suggests words.
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

	"find.example/searchd/query"
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
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	places = tables.Gazetteer(35)
	engine := query.NewEngine(db)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) {
		engine.Suggest(ctx, n)
		engine.Suggest(ctx, n+1)
	})
	bus.NewTopic(ctx, "clicks", 120, 250*time.Millisecond)
	traffic.Documents(ctx, 5000)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("searchd", start)
}
