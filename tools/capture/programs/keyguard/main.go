// Command keyguard books seats one booking at a time per seat.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"gitlab.com/ferry/keyguard/booking"
	"gitlab.com/ferry/keyguard/exclusive"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(20)
	desk := booking.NewDesk(exclusive.NewKeys())
	for w := 0; w < 4; w++ {
		w := w
		jobs.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := 0; i < 8; i++ {
				desk.Reserve(fmt.Sprintf("sailing-%d/deck-%d/seat-%d", n, w, i))
			}
		})
	}
	traffic.Buffers(ctx, 3000)
	return nil
}

func main() { run.Service("keyguard", start) }
