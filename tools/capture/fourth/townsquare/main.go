// Command townsquare tells people in squares what others say.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.assembly.example/chat/townsquare/people"
	"git.assembly.example/chat/townsquare/square"
)

var codes map[string][]uint16

func main() {
	service.Main("townsquare", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 200)
		grist.Letters(ctx, 600)
		for i := 0; i < 15; i++ {
			s := square.New(i)
			for j := 0; j < 6; j++ {
				go people.Visit(ctx, s, int64(i*100+j))
			}
			cadence.Spread(ctx, 1.1, func(n int) { s.Say(n) })
		}
		cadence.Loop(ctx, 30*time.Second, func(int) {})
		return nil
	})
}
