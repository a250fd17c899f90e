// Command certscan looks at certificates.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.keystone.example/scan/certscan/probe"
)

func main() {
	peer.HTTPS("host", http.NotFoundHandler())
	boot.Run("certscan", func(ctx context.Context) error {
		address, err := peer.Start("host", "")
		if err != nil {
			return err
		}
		scanner := probe.NewScanner(address, peer.TLSConfig())
		load.Every(ctx, 160*time.Millisecond, func(int) { scanner.Expiry() })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		return nil
	})
}
