// Command pricebook answers prices.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/traffic"

	"retail.example/pricebook/list"
)

func start(ctx context.Context) error {
	list.Reload(0)
	jobs.Every(ctx, 10*time.Second, func(n int) { list.Reload(n) })
	jobs.Every(ctx, 20*time.Millisecond, func(n int) { list.Price(n) })
	bus.NewTopic(ctx, "prices", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("pricebook", start) }
