// Command georgette takes readings from devices, each on a line of its own.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.telemetry.example/line/georgette/devices"
	"git.telemetry.example/line/georgette/server"
)

var patterns [][]string

func main() {
	peer.Main("devices", func(_ net.Listener, target string) { devices.Report(target, 60, 340) })
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(12)
		hum.Start(ctx, 70)
		lint.Bills(ctx, 10)
		address, err := server.Listen()
		if err != nil {
			return err
		}
		_, err = peer.Start("devices", address)
		return err
	})
}
