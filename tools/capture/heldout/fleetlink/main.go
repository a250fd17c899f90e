// Command fleetlink hears vehicles.
package main

import (
	"context"
	"fmt"
	"net"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"

	"git.drydock.example/telemetry/fleetlink/hub"
)

func vehicles(_ net.Listener, target string) {
	for n := range 260 {
		nc, err := net.Dial("tcp", target)
		if err != nil {
			continue
		}
		go func() {
			for range time.Tick(5 * time.Second) {
				fmt.Fprintln(nc, "vehicle", n)
			}
		}()
		time.Sleep(115 * time.Millisecond)
	}
	select {}
}

func main() {
	peer.Main("vehicles", vehicles)
	boot.Run("fleetlink", func(ctx context.Context) error {
		h, err := hub.Listen()
		if err != nil {
			return err
		}
		go h.Serve(ctx)
		if _, err := peer.Start("vehicles", h.Address()); err != nil {
			return err
		}
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		return nil
	})
}
