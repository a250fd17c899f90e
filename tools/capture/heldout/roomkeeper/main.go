// Command roomkeeper opens and closes rooms.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.parlor.example/meet/roomkeeper/room"
)

func main() {
	boot.Run("roomkeeper", func(ctx context.Context) error {
		load.Every(ctx, 150*time.Millisecond, func(n int) {
			r := room.Open(n)
			time.AfterFunc(2*time.Second, r.Close)
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		return nil
	})
}
