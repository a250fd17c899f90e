// Command broadcast tells all subscribers of an event.
package main

import (
	"context"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"event.example/broadcast/fan"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(10)
	pool := jobs.NewPool(ctx, 16, 16)
	jobs.Every(ctx, 50*time.Millisecond, func(int) { pool.Submit(ctx, func() { fan.Out(ctx, 2, time.Millisecond) }) })
	time.AfterFunc(25*time.Second, func() { fan.Out(ctx, 3000, 15*time.Second) })
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("broadcast", start) }
