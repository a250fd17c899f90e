// Command accountsvc reads accounts.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/bus"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/wiredb"

	"bank.example/accountsvc/account"
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
	db.SetMaxOpenConns(10)
	db.SetMaxIdleConns(10)
	db.SetConnMaxLifetime(time.Minute)
	words = tables.Dictionary(14)
	for i := 0; i < 24; i++ {
		go account.Audit(ctx, db, i)
	}
	bus.NewTopic(ctx, "accounts", 60, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("accountsvc", start)
}
