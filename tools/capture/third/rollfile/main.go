// Command rollfile runs jobs, each with a log file of its own.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"gitlab.sawmill.example/jobs/rollfile/rotate"
)

func run(n int) error {
	w := rotate.New(64 << 10)
	for step := 0; step < 12; step++ {
		if _, err := fmt.Fprintf(w, "job %d: step %d of 12 is done\n", n, step); err != nil {
			return err
		}
		time.Sleep(80 * time.Millisecond)
	}
	return w.Close()
}

func main() {
	service.Main("rollfile", func(ctx context.Context) error {
		residents.Settle(ctx, 180)
		grist.Sheets(ctx, 2200)
		cadence.Spread(ctx, 1.6, func(n int) {
			if err := run(n); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
