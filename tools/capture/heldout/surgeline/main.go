// Command surgeline counts votes.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.arena.example/vote/surgeline/tally"
)

func main() {
	boot.Run("surgeline", func(ctx context.Context) error {
		room := tally.NewRoom()
		load.Arrivals(ctx, 150*time.Millisecond, func(n int) { room.Vote(n%7, n) })
		load.Every(ctx, time.Second, func(n int) { room.Close(n%7, n%3 == 0) })
		time.AfterFunc(22*time.Second, func() {
			for n := range 1000 {
				go room.Answer(time.Duration(n%12) * time.Second)
			}
		})
		crowd.Staff(ctx, 150)
		burn.Orders(ctx, 1800)
		return nil
	})
}
