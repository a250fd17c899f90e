// Command lettermill composes letters.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"

	"print.example/lettermill/compose"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(6)
	pool := jobs.NewPool(ctx, 4, 16)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { compose.Letter(fmt.Sprintf("customer %d", n), 700) })
	})
	bus.NewTopic(ctx, "letters", 40, 250*time.Millisecond)
	return nil
}

func main() { run.Service("lettermill", start) }
