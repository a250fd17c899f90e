// Command intakeq admits messages.
package main

import (
	"context"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"queue.example/intakeq/intake"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	door := intake.NewDoor(ctx)
	for p := 0; p < 3; p++ {
		jobs.Every(ctx, 30*time.Millisecond, func(n int) {
			for i := 0; i < 5; i++ {
				door.Admit(n)
			}
		})
	}
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("intakeq", start) }
