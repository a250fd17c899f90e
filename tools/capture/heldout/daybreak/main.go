// Command daybreak follows stations.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.orbital.example/stations/daybreak/station"
)

func main() {
	boot.Run("daybreak", func(ctx context.Context) error {
		field := station.NewField()
		go func() {
			for n := range 500 {
				field.Join(ctx, n)
				time.Sleep(65 * time.Millisecond)
			}
		}()
		load.Every(ctx, 50*time.Millisecond, func(n int) { field.Report(n) })
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1800)
		return nil
	})
}
