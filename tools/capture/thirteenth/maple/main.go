// Command maple runs errands.
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

	"git.ropewalk.example/link/maple/errand"
	"git.ropewalk.example/link/maple/line"
	"git.ropewalk.example/link/maple/yard"
)

var plans [][]float64

func main() {
	peer.HTTP("yard", http.HandlerFunc(yard.Answer))
	boot.Main("maple", func(ctx context.Context) error {
		plans = keep.Plans(34)
		tend.Start(ctx, 160)
		burn.Sums(ctx, 12)
		burn.Packs(ctx, 8)
		address, err := peer.Start("yard", "")
		if err != nil {
			return err
		}
		e := errand.New(line.New("http://" + address))
		boot.Every(ctx, 50*time.Millisecond, func(n int) { go e.Run(ctx, n) })
		return nil
	})
}
