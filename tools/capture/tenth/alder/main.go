// Command alder executes steps on hosts.
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

	"go.alder.example/exec/alder/desk"
	"go.alder.example/exec/alder/runner"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("callers", street.Callers(24, 600*time.Millisecond, 10*time.Second, func(caller, turn int) string {
		return fmt.Sprintf("/step?host=%d&turn=%d", caller, turn)
	}))
	boot.Main("alder", func(ctx context.Context) error {
		ledger = cargo.Ledger(14)
		hands.Take(ctx, 400)
		spray.Orders(ctx, 40)
		base, err := boot.Serve(desk.New(runner.New(700 * time.Millisecond)))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
