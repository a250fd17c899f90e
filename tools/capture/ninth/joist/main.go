// Command joist lays out graphs.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.joist.example/graph/joist/layout"
	"go.joist.example/graph/joist/slab"
)

var images [][]byte

func main() {
	service.Main("joist", func(ctx context.Context) error {
		images = holdings.Images(5)
		residents.Settle(ctx, 80)
		grist.Notices(ctx, 160)
		l := layout.New(slab.New[layout.Node](700))
		began := time.Now()
		cadence.Loop(ctx, 450*time.Millisecond, func(n int) {
			l.Frame(size(n, time.Since(began)))
		})
		cadence.Loop(ctx, 20*time.Second, func(int) { log.Print(l) })
		return nil
	})
}

// size is how many nodes a frame has: more and more until the thirty-sixth second, then some number below that.
func size(n int, since time.Duration) int {
	const most = 170000
	if since < 36*time.Second {
		return int(most * since / (36 * time.Second))
	}
	return most/4 + n*7919%(most*3/4)
}
