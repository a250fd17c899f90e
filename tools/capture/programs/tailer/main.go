// Command tailer shows the last lines of remote logs.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"logs.example/tailer/follow"
)

var places []*tables.Place

func logServer(w http.ResponseWriter, r *http.Request) {
	for i := 0; r.Context().Err() == nil; i++ {
		if i == 8 && r.URL.Path != "/stream/u0" { // only this unit's log goes on and on
			return
		}
		fmt.Fprintf(w, "line %d of %s\n", i, r.URL.Path)
		if i >= 20 {
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Second)
		}
	}
}

func start(ctx context.Context) error {
	host, err := peer.Start("logs", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(45)
	follower := follow.New("http://" + host)
	mux := http.NewServeMux()
	mux.HandleFunc("/recent", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, follower.Recent(r.URL.Query().Get("unit"), 10))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 4, 200*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/recent?unit=u%d", url, n%40) })
	bus.NewTopic(ctx, "units", 380, 500*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() {
	peer.HTTP("logs", http.HandlerFunc(logServer))
	run.Service("tailer", start)
}
