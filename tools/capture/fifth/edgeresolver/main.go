// Command edgeresolver answers where a name lives.
package main

import (
	"context"
	"log"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.namehall.example/net/edgeresolver/answers"
	"git.namehall.example/net/edgeresolver/questions"
	"git.namehall.example/net/edgeresolver/upstream"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("upstream", upstream.Handler())
	service.Main("edgeresolver", func(ctx context.Context) error {
		address, err := peer.Start("upstream", "")
		if err != nil {
			return err
		}
		codes = holdings.Codes(8)
		grist.Notices(ctx, 400)
		source := upstream.NewSource("http://" + address)
		store := answers.NewStore(source.Ask, 4000)
		cadence.Loop(ctx, time.Second, func(int) { store.Sweep(time.Now()) })
		cadence.Spread(ctx, 70, func(n int) {
			if _, err := store.Resolve(ctx, questions.Name(n)); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		return nil
	})
}
