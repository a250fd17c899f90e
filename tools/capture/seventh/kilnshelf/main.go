// Command kilnshelf renders frames.
package main

import (
	"context"
	"sync/atomic"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.pottersfield.example/render/kilnshelf/arena"
	"code.pottersfield.example/render/kilnshelf/frames"
)

func main() {
	service.Main("kilnshelf", func(ctx context.Context) error {
		residents.Settle(ctx, 50)
		shelf := arena.NewShelf(256 << 10)
		studio := frames.New(shelf)
		var wanted int64 = 4
		cadence.Loop(ctx, time.Second, func(n int) {
			if n < 24 {
				atomic.AddInt64(&wanted, 3)
			}
		})
		cadence.Loop(ctx, 500*time.Millisecond, func(n int) {
			for i := int64(0); i < atomic.LoadInt64(&wanted); i++ {
				go studio.Render(n)
			}
		})
		return nil
	})
}
