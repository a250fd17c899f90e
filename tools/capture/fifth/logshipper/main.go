// Command logshipper carries lines from files to a collector.
package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.lumberyard.example/obs/logshipper/forest"
	"git.lumberyard.example/obs/logshipper/shipment"
	"git.lumberyard.example/obs/logshipper/tail"
)

var codes map[string][]uint16

func main() {
	service.Main("logshipper", func(ctx context.Context) error {
		folder := filepath.Join(os.TempDir(), "logshipper-lines")
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
		if err := os.Mkdir(folder, 0o700); err != nil {
			return err
		}
		codes = holdings.Codes(6)
		grist.Letters(ctx, 300)
		trees := forest.New(folder, 320)
		ship := shipment.Start(ctx, 128)
		watch := tail.NewWatch(folder, ship.Take)
		cadence.Loop(ctx, 100*time.Millisecond, trees.Plant)
		cadence.Loop(ctx, 25*time.Millisecond, trees.Grow)
		cadence.Loop(ctx, 400*time.Millisecond, trees.Rotate)
		cadence.Loop(ctx, time.Second, func(int) { watch.Look(ctx) })
		return nil
	})
}
