// Command brassrail quotes prices.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.brassrail.example/quotes/brassrail/counter"
	"go.brassrail.example/quotes/brassrail/hedge"
)

func main() {
	crowd.Main()
	lifecycle.Run("brassrail", func(ctx context.Context) error {
		asker := hedge.New(60 * time.Millisecond)
		desk := counter.New(5000, asker)
		if _, err := crowd.Open(desk, 900, 9*time.Second); err != nil {
			return err
		}
		lifecycle.Each(ctx, 250*time.Millisecond, desk.Refresh)
		return nil
	})
}
