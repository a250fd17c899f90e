// Command kapok measures requests.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.kapok.example/gauge/kapok/measure"
	"go.kapok.example/gauge/kapok/traffic"
)

var aliases map[string]string

func main() {
	boot.Main("kapok", func(ctx context.Context) error {
		aliases = cargo.Aliases(8)
		hands.Take(ctx, 80)
		spray.Orders(ctx, 60)
		spray.Manifests(ctx, 40)
		boot.Every(ctx, 5*time.Millisecond, traffic.New(measure.New()).Request)
		return nil
	})
}
