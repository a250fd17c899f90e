// Command devicehub keeps the last state of devices.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"iot.example/devicehub/state"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(24)
	shadow := &state.Shadow{}
	pool := jobs.NewPool(ctx, 6, 64)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) {
		for d := 0; d < 20; d++ {
			d := d
			pool.Submit(ctx, func() { shadow.Report(fmt.Sprintf("device-%d", d), n, float64(n%90)) })
		}
	})
	bus.NewTopic(ctx, "commands", 90, 300*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("devicehub", start) }
