// Command windfall takes orders.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.windfall.example/orders/windfall/audit"
	"go.windfall.example/orders/windfall/intake"
)

func main() {
	crowd.Main()
	lifecycle.Run("windfall", func(ctx context.Context) error {
		table := warm.Fill(ctx, 6000, 15*time.Second)
		_, err := crowd.Open(intake.New(audit.New(), table), 200, 4*time.Second)
		return err
	})
}
