// Command statewarden mirrors what is declared elsewhere.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.wardenry.example/control/statewarden/control"
	"git.wardenry.example/control/statewarden/mirror"
)

var images [][]byte

func main() {
	peer.HTTP("control", control.Handler())
	service.Main("statewarden", func(ctx context.Context) error {
		address, err := peer.Start("control", "")
		if err != nil {
			return err
		}
		images = holdings.Images(8)
		residents.Settle(ctx, 60)
		grist.Notices(ctx, 500)
		source := mirror.NewSource("http://" + address)
		kept := mirror.New()
		go func() {
			for i := 0; i < 96; i++ {
				time.Sleep(300 * time.Millisecond)
				go kept.Follow(source.Changes(ctx, fmt.Sprintf("kind-%02d", i)))
			}
		}()
		return nil
	})
}
