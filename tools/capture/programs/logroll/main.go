// Command logroll writes rolling logs.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"ops.example/logroll/sink"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(16)
	dir, err := os.MkdirTemp("", "logs")
	if err != nil {
		return err
	}
	rolling := sink.NewRolling(dir, 16<<10)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 10; i++ {
			if err := rolling.Write(fmt.Sprintf("%d level=info msg=%q path=/v1/orders/%d", n, "request served", i)); err != nil {
				log.Print(err)
			}
		}
	})
	bus.NewTopic(ctx, "lines", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("logroll", start) }
