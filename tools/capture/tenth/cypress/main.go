// Command cypress carries signals between exchanges.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.cypress.example/signal/cypress/lines"
)

var grids [][]float64

func main() {
	boot.Main("cypress", func(ctx context.Context) error {
		grids = cargo.Grids(15)
		hands.Take(ctx, 100)
		spray.Pages(ctx, 25)
		all := lines.Connect(90)
		boot.Every(ctx, 25*time.Millisecond, all.Turn)
		return nil
	})
}
