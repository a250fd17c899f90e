// Command gabbro looks after engines.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.gabbro.example/fleet/gabbro/engine"
	"go.gabbro.example/fleet/gabbro/rounds"
)

var rules [][]string

func main() {
	peer.HTTPS("engine", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if _, err := w.Write([]byte(`{"ok":true}`)); err != nil {
			log.Print(err)
		}
	}))
	boot.Main("gabbro", func(ctx context.Context) error {
		rules = stock.Rules(10)
		staff.Hire(ctx, 70)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 3)
		address, err := peer.Start("engine", "")
		if err != nil {
			return err
		}
		r := rounds.New(address, engine.NewTLS)
		boot.Every(ctx, 100*time.Millisecond, r.Shared)
		boot.Every(ctx, 1300*time.Millisecond, r.All)
		return nil
	})
}
