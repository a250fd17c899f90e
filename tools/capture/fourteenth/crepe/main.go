// Command crepe tells people when there is news.
package main

import (
	"context"
	"net"
	"net/http"

	"example.org/platform/peer"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.noticebox.example/poll/crepe/box"
	"git.noticebox.example/poll/crepe/crowd"
)

var bolts [][]byte

func main() {
	peer.Main("crowd", func(_ net.Listener, target string) { crowd.Ask(target, 1200) })
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(10)
		hum.Start(ctx, 60)
		lint.Seals(ctx, 10)
		boxes := box.New(300)
		start.Beat(ctx, 9, func(n int) { boxes.Put(n*37%300, n) })
		mux := http.NewServeMux()
		mux.Handle("GET /box/{number}", boxes)
		base, err := start.Listen(mux)
		if err != nil {
			return err
		}
		_, err = peer.Start("crowd", base)
		return err
	})
}
