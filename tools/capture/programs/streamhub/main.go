// Command streamhub relays event streams.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"stream.example/streamhub/follow"
)

var places []*tables.Place

func events(w http.ResponseWriter, r *http.Request) {
	for n := 0; n < 10 && r.Context().Err() == nil; n++ {
		fmt.Fprintf(w, "data: %d\n\n", n)
		w.(http.Flusher).Flush()
		time.Sleep(time.Second)
	}
}

func start(ctx context.Context) error {
	host, err := peer.Start("events", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(12)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: peer.TLSConfig(), ForceAttemptHTTP2: true}}
	for i := 0; i < 80; i++ {
		go follow.Stream(ctx, client, fmt.Sprintf("https://%s/stream/%d", host, i))
	}
	traffic.Documents(ctx, 2500)
	return nil
}

func main() {
	peer.HTTPS("events", http.HandlerFunc(events))
	run.Service("streamhub", start)
}
