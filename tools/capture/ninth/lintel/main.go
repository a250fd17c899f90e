// Command lintel aggregates samples.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.lintel.example/aggregate/lintel/samples"
	"go.lintel.example/aggregate/lintel/window"
)

var codes map[string][]uint16

func main() {
	service.Main("lintel", func(ctx context.Context) error {
		codes = holdings.Codes(12)
		residents.Settle(ctx, 90)
		source := samples.New(400)
		sums := window.New(10)
		cadence.Loop(ctx, 25*time.Millisecond, func(n int) {
			for i := 0; i < 3; i++ {
				sums.Add(source.Batch(n*3 + i))
			}
		})
		cadence.Loop(ctx, time.Second, func(int) {
			sums.Turn()
		})
		cadence.Loop(ctx, 30*time.Second, func(int) {
			name, best := sums.Highest()
			log.Printf("highest: %s with %.2f", name, best)
		})
		return nil
	})
}
