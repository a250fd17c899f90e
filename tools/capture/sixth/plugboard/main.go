// Command plugboard runs extensions.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.patchbay.example/ext/plugboard/extension"
	"git.patchbay.example/ext/plugboard/host"
)

var images [][]byte

func main() {
	service.Main("plugboard", func(ctx context.Context) error {
		images = holdings.Images(9)
		residents.Settle(ctx, 70)
		grist.Sheets(ctx, 600)
		board := host.NewBoard()
		go func() {
			for i := 0; i < 130; i++ {
				time.Sleep(150 * time.Millisecond)
				board.Plug(fmt.Sprintf("extension-%03d", i), extension.Run)
			}
		}()
		go board.Ask(ctx, 700*time.Millisecond)
		return nil
	})
}
