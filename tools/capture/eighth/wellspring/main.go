// Command wellspring looks up springs.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.wellspring.example/lookup/wellspring/front"
	"go.wellspring.example/lookup/wellspring/once"
	"go.wellspring.example/lookup/wellspring/source"
)

var codes map[string][]uint16

func main() {
	peer.Main("springs", source.Serve)
	service.Main("wellspring", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 180)
		address, err := peer.Start("springs", "")
		if err != nil {
			return err
		}
		desk := front.New(once.New(), source.New(address))
		base, err := httpd.Open(desk)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 40, 200*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/%d", caller*7+turn%7)
		})
		// Impatient customers hang up; their question goes on.
		go front.Impatient(ctx, base, 3, 160*time.Millisecond)
		return nil
	})
}
