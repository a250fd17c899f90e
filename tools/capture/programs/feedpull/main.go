// Command feedpull polls feeds.
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

	"news.example/feedpull/feed"
)

var words map[string]uint32

func publisher(w http.ResponseWriter, _ *http.Request) {
	for i := 0; i < 400; i++ {
		fmt.Fprintf(w, "{\"title\":\"item %d\",\"body\":\"%064d\"}\n", i, i)
	}
}

func start(ctx context.Context) error {
	host, err := peer.Start("publisher", "")
	if err != nil {
		return err
	}
	words = tables.Dictionary(20)
	puller := feed.NewPuller("http://" + host)
	for f := 0; f < 6; f++ {
		f := f
		jobs.Every(ctx, 4*time.Second, func(int) { puller.Latest(fmt.Sprintf("/feed/%d", f)) })
	}
	bus.NewTopic(ctx, "items", 110, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("publisher", http.HandlerFunc(publisher))
	run.Service("feedpull", start)
}
