// Command carillon hands events of many topics to subscribers.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.belltower.example/events/carillon/ringers"
	"git.belltower.example/events/carillon/topics"
)

var images [][]byte

func main() {
	service.Main("carillon", func(ctx context.Context) error {
		images = holdings.Images(6)
		grist.Notices(ctx, 250)
		hub := topics.NewHub()
		for i := 0; i < 90; i++ {
			for k := 0; k < 2; k++ {
				go ringers.Listen(hub.Topic(name(i)), i*2+k)
			}
		}
		cadence.Spread(ctx, 30, func(n int) { hub.Topic(name(n * 7 % 90)).Publish(n) })
		cadence.Loop(ctx, 2*time.Second, func(n int) { ringers.Visit(hub.Topic(name(n * 11 % 90))) })
		return nil
	})
}

func name(i int) string { return fmt.Sprint("peal-", i) }
