// Command sagalog runs sagas.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.copper.example/orders/sagalog/saga"
)

var segments [][]byte

func main() {
	boot.Run("sagalog", func(ctx context.Context) error {
		segments = ballast.Segments(40)
		desk := saga.NewDesk()
		load.Crew(ctx, 20, 90*time.Millisecond, func(member, n int) {
			id := member*100000 + n
			desk.Begin(id)
			desk.End(id, n%3 == 0)
		})
		crowd.Staff(ctx, 120)
		burn.Orders(ctx, 4000)
		return nil
	})
}
