// Command jarrah takes films in.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.jarrah.example/films/jarrah/intake"
	"go.jarrah.example/films/jarrah/makers"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("makers", makers.Send)
	boot.Main("jarrah", func(ctx context.Context) error {
		ledger = cargo.Ledger(9)
		hands.Take(ctx, 50)
		spray.Pages(ctx, 20)
		base, err := boot.Serve(&intake.Intake{Part: 2 << 20})
		if err != nil {
			return err
		}
		_, err = peer.Start("makers", base)
		return err
	})
}
