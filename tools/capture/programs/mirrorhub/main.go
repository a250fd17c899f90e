// Command mirrorhub mirrors packages.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"pkg.example/mirrorhub/download"
)

var places []*tables.Place

func origin(w http.ResponseWriter, r *http.Request) {
	block := make([]byte, 4096)
	for i := 0; i < 60 && r.Context().Err() == nil; i++ {
		_, _ = w.Write(block)
		w.(http.Flusher).Flush()
		time.Sleep(400 * time.Millisecond)
	}
}

func start(ctx context.Context) error {
	host, err := peer.Start("origin", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(14)
	client := web.NewClient(60)
	client.Timeout = 5 * time.Minute
	for i := 0; i < 60; i++ {
		go download.Loop(ctx, client, "http://"+host, i)
	}
	traffic.Documents(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("origin", http.HandlerFunc(origin))
	run.Service("mirrorhub", start)
}
