// Command settlement nets positions in batches.
package main

import (
	"context"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"clear.example/settlement/batch"

	"time"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	go batch.Run(ctx, 33*time.Second)
	bus.NewTopic(ctx, "trades", 60, 250*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() { run.Service("settlement", start) }
