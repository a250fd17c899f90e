// Command uptimer checks sites.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.beacon.example/probe/uptimer/check"
)

// site sends its page slowly and in pieces.
var site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	for range 600 {
		if _, err := w.Write(make([]byte, 300)); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		select {
		case <-time.After(500 * time.Millisecond):
		case <-r.Context().Done():
			return
		}
	}
})

func main() {
	peer.HTTP("site", site)
	boot.Run("uptimer", func(ctx context.Context) error {
		address, err := peer.Start("site", "")
		if err != nil {
			return err
		}
		checker := check.NewChecker("http://"+address, 20)
		load.Every(ctx, 650*time.Millisecond, func(n int) { checker.Up(n) })
		crowd.Staff(ctx, 100)
		burn.Pages(ctx, 1500)
		return nil
	})
}
