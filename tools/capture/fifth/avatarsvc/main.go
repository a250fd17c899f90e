// Command avatarsvc draws portraits in small.
package main

import (
	"context"
	"math"
	"math/rand"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.staffroom.example/people/avatarsvc/portrait"
	"git.staffroom.example/people/avatarsvc/segmented"
)

var register *holdings.Node

// who draws a person: a few are asked for often, most rarely.
func who(n int) uint32 {
	rng := rand.New(rand.NewSource(int64(n)))
	return uint32(12000 * math.Pow(rng.Float64(), 2.5))
}

func main() {
	service.Main("avatarsvc", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 40)
		grist.Sheets(ctx, 300)
		shelf := segmented.New[uint32, *portrait.Portrait](16, 81, 40, func(key uint32) uint32 { return key * 2654435761 >> 7 })
		cadence.Spread(ctx, 150, func(n int) {
			person := who(n)
			if _, ok := shelf.Get(person); !ok {
				shelf.Put(person, portrait.Draw(person))
			}
		})
		return nil
	})
}
