// Command minutebook takes the minutes of a council and lets people read along.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.townhall.example/council/minutebook/council"
	"git.townhall.example/council/minutebook/minutes"
)

var register *holdings.Node

func main() {
	service.Main("minutebook", func(ctx context.Context) error {
		register = holdings.Register(16)
		residents.Settle(ctx, 170)
		grist.Notices(ctx, 800)
		book := minutes.NewBook(400)
		for i := 0; i < 400; i++ {
			book.Write(i)
		}
		hall := council.NewHall(book)
		cadence.Loop(ctx, 20*time.Millisecond, book.Write)
		for seat := 0; seat < 12; seat++ {
			go hall.Seat(seat).Follow(ctx)
		}
		time.AfterFunc(3*time.Second, func() { hall.Leave(5) })
		cadence.Loop(ctx, 20*time.Second, func(int) { log.Printf("%d read along", hall.Present()) })
		return nil
	})
}
