// Command auctioneer runs auctions over websockets.
package main

import (
	"context"
	"fmt"
	"math/rand"
	"net"
	"net/http"
	"time"

	"github.com/gorilla/websocket"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"bid.example/auctioneer/floor"
)

var curves [][]float64

// bidders keeps 250 bidders in the room; each leaves after a while and another comes.
func bidders(_ net.Listener, url string) {
	for i := 0; i < 250; i++ {
		go func(i int) {
			rng := rand.New(rand.NewSource(int64(i)))
			for {
				bid(url, 5+rng.Intn(60))
			}
		}(i)
	}
	select {}
}

func bid(url string, seconds int) {
	c, _, err := websocket.DefaultDialer.Dial(url, nil)
	if err != nil {
		time.Sleep(time.Second)
		return
	}
	defer c.Close()
	end := time.Now().Add(time.Duration(seconds) * time.Second)
	for time.Now().Before(end) {
		if _, _, err := c.ReadMessage(); err != nil {
			return
		}
	}
}

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	f := floor.New()
	jobs.Every(ctx, time.Second, func(n int) { f.Call(fmt.Sprintf("lot %d", n)) })
	mux := http.NewServeMux()
	mux.Handle("/floor", f)
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	traffic.Documents(ctx, 2000)
	_, err = peer.Start("bidders", "ws"+url[len("http"):]+"/floor")
	return err
}

func main() {
	peer.Main("bidders", bidders)
	run.Service("auctioneer", start)
}
