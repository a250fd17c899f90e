// Command alder follows what is changed in other people's places.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.corner.example/desk/alder/origin"
	"git.corner.example/desk/alder/reader"
	"git.corner.example/desk/alder/trail"
)

var rolls [][]string

func main() {
	peer.HTTP("origin", http.HandlerFunc(origin.Answer))
	boot.Main("alder", func(ctx context.Context) error {
		rolls = keep.Rolls(28)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 12)
		burn.Lists(ctx, 15)
		address, err := peer.Start("origin", "")
		if err != nil {
			return err
		}
		t := trail.New(reader.New("http://"+address), 40)
		boot.Every(ctx, 110*time.Millisecond, func(n int) { t.Walk(ctx, n) })
		return nil
	})
}
