// Command feedpull polls feeds.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
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

func publisher(w http.ResponseWriter, r *http.Request) {
	items := 1
	if strings.HasSuffix(r.URL.Path, "/0") { // one long feed among short ones
		items = 400
	}
	for i := 0; i < items; i++ {
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
	jobs.Every(ctx, 50*time.Millisecond, func(n int) { puller.Latest(fmt.Sprintf("/feed/%d", n%14)) })
	bus.NewTopic(ctx, "items", 110, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("publisher", http.HandlerFunc(publisher))
	run.Service("feedpull", start)
}
