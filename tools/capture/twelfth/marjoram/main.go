// Command marjoram says of a shop whether it is well.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/street"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"shop.example/marjoram/health"
	"shop.example/marjoram/parts"
)

var words *shelf.Node

func main() {
	peer.Main("probes", street.Callers(6, 2*time.Second, 5*time.Second, func(int, int) string { return "/status" }))
	boot.Main("marjoram", func(ctx context.Context) error {
		words = shelf.Words(30)
		crew.Start(ctx, 380)
		mill.Letters(ctx, 30)
		mill.Sacks(ctx, 8)
		h := health.New()
		for _, p := range parts.All() {
			h.Register(p.Name, 300*time.Millisecond, p.Check)
		}
		mux := http.NewServeMux()
		mux.Handle("/status", h)
		base, err := boot.Serve(mux)
		if err != nil {
			return err
		}
		_, err = peer.Start("probes", base)
		return err
	})
}
