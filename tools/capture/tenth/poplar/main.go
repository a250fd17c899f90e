// Command poplar lends tools to sessions.
package main

import (
	"context"
	"fmt"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.poplar.example/tools/poplar/front"
	"go.poplar.example/tools/poplar/sessions"
)

var (
	ledger  []*cargo.Entry
	aliases map[string]string
)

func main() {
	boot.Main("poplar", func(ctx context.Context) error {
		ledger, aliases = cargo.Ledger(22), cargo.Aliases(14)
		hands.Take(ctx, 95)
		spray.Manifests(ctx, 45)
		f := front.New(sessions.NewStore())
		for i := 0; i < 4; i++ {
			desk := fmt.Sprint("desk-", i)
			boot.Every(ctx, 20*time.Millisecond, func(n int) { f.Visit(desk, n) })
		}
		return nil
	})
}
