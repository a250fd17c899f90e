// Command eventpeek shows the latest event of many streams.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"stream.example/eventpeek/peek"
)

var curves [][]float64

func events(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "data: first of %s\n\n", r.URL.Path)
	if r.URL.Path[len(r.URL.Path)-1] != '0' { // streams that have ended
		return
	}
	for n := 0; r.Context().Err() == nil; n++ {
		fmt.Fprintf(w, "data: %d\n\n", n)
		w.(http.Flusher).Flush()
		time.Sleep(20 * time.Second)
	}
}

func start(ctx context.Context) error {
	host, err := peer.Start("events", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	source := peek.NewSource("https://" + host)
	pool := jobs.NewPool(ctx, 6, 12)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) { pool.Submit(ctx, func() { source.Latest(ctx, n) }) })
	bus.NewTopic(ctx, "events", 60, 250*time.Millisecond)
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.HTTPS("events", http.HandlerFunc(events))
	run.Service("eventpeek", start)
}
