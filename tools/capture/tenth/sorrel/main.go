// Command sorrel scores services by checks.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.sorrel.example/scores/sorrel/board"
	"go.sorrel.example/scores/sorrel/check"
	"go.sorrel.example/scores/sorrel/team"
)

var ledger []*cargo.Entry

func main() {
	peer.HTTP("team", team.Site{})
	boot.Main("sorrel", func(ctx context.Context) error {
		ledger = cargo.Ledger(13)
		hands.Take(ctx, 160)
		spray.Pages(ctx, 35)
		b := board.New()
		for i := 0; i < 3; i++ {
			address, err := peer.Start("team", "")
			if err != nil {
				return err
			}
			b.Add(&check.HTTP{URL: "http://" + address + "/login", Want: "welcome"})
		}
		boot.Every(ctx, 3*time.Second, b.Round)
		return nil
	})
}
