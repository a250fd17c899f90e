// Command tagindex finds pictures by tag.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"photo.example/tagindex/album"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(10)
	pictures := album.New(800)
	pool := jobs.NewPool(ctx, 4, 16)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() {
			for i := 0; i < 5; i++ {
				pictures.Put(fmt.Sprintf("picture-%d-%d", n, i), fmt.Sprintf("day-%d", n/40))
			}
		})
	})
	bus.NewTopic(ctx, "uploads", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("tagindex", start) }
