// Command seenset decides which pages to visit.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"crawl.example/seenset/frontier"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(14)
	f := frontier.New()
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 160; i++ {
			f.Offer(uint64(n*160+i) * 0x9e3779b97f4a7c15)
		}
	})
	bus.NewTopic(ctx, "pages", 60, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("seenset", start) }
