// Command longpoll lets clients wait for news.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"push.example/longpoll/clients"
	"push.example/longpoll/news"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	desk := news.NewDesk(20 * time.Second)
	jobs.Every(ctx, 300*time.Millisecond, func(n int) { desk.Publish(n % 40) })
	mux := http.NewServeMux()
	mux.Handle("/wait", desk)
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	traffic.Documents(ctx, 2500)
	_, err = peer.Start("clients", url+"/wait")
	return err
}

func main() {
	peer.Main("clients", clients.Poll)
	run.Service("longpoll", start)
}
