// Command ginkgo tells rates.
package main

import (
	"context"
	"fmt"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.ginkgo.example/rates/ginkgo/backend"
	"go.ginkgo.example/rates/ginkgo/flight"
	"go.ginkgo.example/rates/ginkgo/rates"
)

var aliases map[string]string

func main() {
	boot.Main("ginkgo", func(ctx context.Context) error {
		aliases = cargo.Aliases(12)
		hands.Take(ctx, 90)
		spray.Orders(ctx, 40)
		desk := rates.New(flight.New[float64](), backend.New(11*time.Second))
		boot.Every(ctx, 40*time.Millisecond, func(n int) { go desk.Rate(fmt.Sprint("pair-", n%9)) })
		return nil
	})
}
