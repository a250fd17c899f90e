// Command imagefold makes small pictures of large ones.
package main

import (
	"context"
	"sync"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.darkroom.example/photo/imagefold/canvas"
	"git.darkroom.example/photo/imagefold/fold"
)

var codes map[string][]uint16

func main() {
	service.Main("imagefold", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 2400)
		pool := canvas.NewPool(1 << 20)
		cadence.Loop(ctx, 20*time.Second, func(n int) {
			var album sync.WaitGroup
			for i := 0; i < 36; i++ {
				album.Add(1)
				go func(picture int) {
					defer album.Done()
					fold.Picture(pool, picture)
				}(n*36 + i)
			}
			album.Wait()
		})
		return nil
	})
}
