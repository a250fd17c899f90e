// Command cypress keeps a fleet as it should be.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.steward.example/fleet/cypress/control"
	"git.steward.example/fleet/cypress/state"
)

var rolls [][]string

func main() {
	boot.Main("cypress", func(ctx context.Context) error {
		rolls = keep.Rolls(18)
		tend.Start(ctx, 140)
		burn.Sums(ctx, 14)
		store, err := state.Open(800)
		if err != nil {
			return err
		}
		reports := make(chan int)
		loop := control.New(store, reports)
		go loop.Run(ctx)
		boot.Every(ctx, 420*time.Millisecond, func(n int) { reports <- n })
		boot.Every(ctx, 60*time.Millisecond, func(n int) { _ = store.Touch(n % 800) })
		return nil
	})
}
