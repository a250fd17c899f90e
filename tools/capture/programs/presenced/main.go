// Command presenced knows who is online.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"chat.example/presenced/online"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	members := &online.Members{}
	for w := 0; w < 4; w++ {
		w := w
		jobs.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := 0; i < 40; i++ {
				members.Seen((n*160+w*40+i)%10000, n)
			}
		})
	}
	bus.NewTopic(ctx, "members", 120, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("presenced", start) }
