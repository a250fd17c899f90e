// Command slate receives events for tenants.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.slate.example/clouds/slate/tenants"
	"go.slate.example/clouds/slate/transport"
)

var rules [][]string

func main() {
	peer.HTTP("broker", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(4 * time.Second)
		w.WriteHeader(http.StatusNoContent)
	}))
	boot.Main("slate", func(ctx context.Context) error {
		rules = stock.Rules(12)
		staff.Hire(ctx, 130)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 3)
		address, err := peer.Start("broker", "")
		if err != nil {
			return err
		}
		t := tenants.New(ctx, transport.New("http://"+address), 16)
		boot.Every(ctx, 3*time.Second, t.Reload)
		return nil
	})
}
