// Command guestlist has guests.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.parlor.example/guests/guestlist/guest"
)

func main() {
	boot.Run("guestlist", func(ctx context.Context) error {
		list := guest.NewList(12 * time.Second)
		load.Every(ctx, 30*time.Millisecond, func(n int) {
			for i := range 10 {
				list.Enter(n*10 + i)
			}
		})
		load.Every(ctx, time.Second, func(int) { list.Sweep(time.Now()) })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 2500)
		return nil
	})
}
