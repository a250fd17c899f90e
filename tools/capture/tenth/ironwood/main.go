// Command ironwood hands configuration out.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.ironwood.example/config/ironwood/history"
	"go.ironwood.example/config/ironwood/snapshot"
)

var grids [][]float64

func main() {
	boot.Main("ironwood", func(ctx context.Context) error {
		grids = cargo.Grids(16)
		hands.Take(ctx, 95)
		spray.Orders(ctx, 30)
		h := history.New[*snapshot.Snapshot](12)
		boot.Every(ctx, 4500*time.Millisecond, func(n int) { h.Push(snapshot.Load(n)) })
		boot.Every(ctx, 20*time.Millisecond, func(n int) {
			if s, found := h.Latest(); found {
				_ = s.Route(n)
			}
		})
		return nil
	})
}
