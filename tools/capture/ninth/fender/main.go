// Command fender acts on signals.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.fender.example/signals/fender/followers"
	"go.fender.example/signals/fender/signal"
)

var register *holdings.Node

func main() {
	service.Main("fender", func(ctx context.Context) error {
		register = holdings.Register(12)
		residents.Settle(ctx, 40)
		grist.Letters(ctx, 170)
		tides := signal.NewBoard[followers.Tide]()
		gates := signal.NewBoard[followers.Gate]()
		for i := 0; i < 60; i++ {
			f := followers.New(fmt.Sprint("follower ", i))
			go f.Tides(tides.Follow(fmt.Sprint("tide/", i)))
			go f.Tides(tides.Follow(fmt.Sprint("tide/", i%4)))
			go f.Gates(gates.Follow(fmt.Sprint("gate/", i)))
			go f.Gates(gates.Follow("gate/all"))
		}
		cadence.Loop(ctx, 250*time.Millisecond, func(n int) {
			tides.Raise(fmt.Sprint("tide/", n%4), followers.Tide{Height: float64(n % 60)})
		})
		cadence.Loop(ctx, 70*time.Second, func(n int) { gates.Raise("gate/all", followers.Gate{Open: n%2 == 0}) })
		return nil
	})
}
