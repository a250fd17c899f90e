// Command elm places calls on runners.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"
	"go.causeway.example/quay/street"

	"go.elm.example/fn/elm/calls"
	"go.elm.example/fn/elm/placer"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("callers", street.Callers(12, 900*time.Millisecond, 2*time.Second, func(caller, turn int) string {
		return fmt.Sprintf("/call/%d/%d", caller, turn)
	}))
	boot.Main("elm", func(ctx context.Context) error {
		ledger = cargo.Ledger(10)
		hands.Take(ctx, 80)
		spray.Orders(ctx, 30)
		pool := placer.New(ctx, 10)
		base, err := boot.Serve(calls.New(pool))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
