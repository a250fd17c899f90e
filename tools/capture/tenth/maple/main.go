// Command maple tells visitors what happens in rooms.
package main

import (
	"context"
	"fmt"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.maple.example/events/maple/broker"
	"go.maple.example/events/maple/room"
)

var aliases map[string]string

func main() {
	boot.Main("maple", func(ctx context.Context) error {
		aliases = cargo.Aliases(9)
		hands.Take(ctx, 60)
		spray.Pages(ctx, 40)
		b := broker.New()
		rooms := room.New(b)
		boot.Every(ctx, 15*time.Millisecond, rooms.Enter)
		boot.Every(ctx, 40*time.Millisecond, func(n int) { b.Broadcast(fmt.Sprint("room-", n%20), fmt.Sprint("event ", n)) })
		return nil
	})
}
