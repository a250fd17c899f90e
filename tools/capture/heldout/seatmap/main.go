// Command seatmap holds seats.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.arena.example/tickets/seatmap/hall"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("seatmap", func(ctx context.Context) error {
		customers = ballast.Customers(15)
		halls := make([]*hall.Hall, 60)
		for i := range halls {
			halls[i] = hall.New(i, 400)
		}
		load.Arrivals(ctx, 25*time.Millisecond, func(n int) {
			h := halls[(n*13)%len(halls)]
			if seat, ok := h.Free(); ok && h.Hold(seat) {
				time.Sleep(500 * time.Millisecond)
				h.Release(seat)
			}
		})
		crowd.Staff(ctx, 300)
		burn.Pages(ctx, 1500)
		return nil
	})
}
