// Command mediapass passes streams through.
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

	"git.drift.example/media/mediapass/pass"
)

var origin = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	for range 12 {
		w.Write(make([]byte, 2000))
		w.(http.Flusher).Flush()
		time.Sleep(time.Second)
	}
})

func main() {
	peer.HTTP("origin", origin)
	boot.Run("mediapass", func(ctx context.Context) error {
		address, err := peer.Start("origin", "")
		if err != nil {
			return err
		}
		through := pass.NewThrough("http://" + address)
		load.Crew(ctx, 80, 500*time.Millisecond, func(int, int) { through.Copy(ctx) })
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		return nil
	})
}
