// Command warehouse hands out picking lists.
package main

import (
	"context"
	"database/sql"
	"net/http"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"
	"example.org/wiredb"

	"wms.example/warehouse/picking"
	"wms.example/warehouse/scanner"
)

var curves [][]float64

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(8)
	curves = tables.Rates(15)
	mux := http.NewServeMux()
	mux.Handle("/list", scanner.Handler(ctx, picking.NewLists(db)))
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	traffic.Documents(ctx, 2000)
	_, err = peer.Start("scanners", url+"/list")
	return err
}

func main() {
	peer.Main("database", wiredb.Serve)
	peer.Main("scanners", scanner.Scan)
	run.Service("warehouse", start)
}
