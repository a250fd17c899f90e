// Command lathework writes down what each lathe does, in files by the shift.
package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.turnery.example/shop/lathework/shavings"
	"git.turnery.example/shop/lathework/shop"
)

var codes map[string][]uint16

func main() {
	service.Main("lathework", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		residents.Settle(ctx, 80)
		grist.Letters(ctx, 300)
		folder := filepath.Join(os.TempDir(), "shifts")
		if err := os.RemoveAll(folder); err != nil { // of an earlier run
			return err
		}
		books := shavings.New(folder)
		floor := shop.New(books, 12)
		cadence.Loop(ctx, 20*time.Millisecond, floor.Turn)
		cadence.Loop(ctx, 5*time.Second, func(n int) { floor.Shift(n + 1) })
		return nil
	})
}
