// Command whinchat hosts extensions.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"dev.whinchat.example/host/whinchat/extension"
	"dev.whinchat.example/host/whinchat/topic"
)

var panels [][]uint32

func main() {
	disks, jobs := topic.New[extension.Disk](), topic.New[extension.Job]()
	registry := extension.NewRegistry(disks, jobs)
	proc.Main("whinchat",
		proc.Func(func(ctx context.Context) error {
			panels = stock.Panels(12)
			crew.Hire(ctx, 140)
			weather.Showers(ctx, 300)
			return nil
		}),
		registry,
		proc.Func(func(ctx context.Context) error {
			proc.Tick(ctx, 90*time.Millisecond, func(n int) {
				disks.Send(extension.Disk{Name: fmt.Sprint("disk", n%9), Used: float64(n % 100)})
				if n%4 == 0 {
					jobs.Send(extension.Job{ID: n, State: "done"})
				}
			})
			proc.Tick(ctx, 1300*time.Millisecond, func(n int) { registry.Swap(fmt.Sprint("extension-", n%24)) })
			return nil
		}),
	)
}
