// Command papermill ships the lines of logs that jobs write.
package main

import (
	"context"
	"os"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.pulpworks.example/logs/papermill/jobs"
	"git.pulpworks.example/logs/papermill/ship"
	"git.pulpworks.example/logs/papermill/tail"
)

var images [][]byte

func main() {
	service.Main("papermill", func(ctx context.Context) error {
		images = holdings.Images(10)
		residents.Settle(ctx, 70)
		folder, err := os.MkdirTemp("", "job-logs")
		if err != nil {
			return err
		}
		go func() {
			<-ctx.Done()
			os.RemoveAll(folder)
		}()
		sink := ship.New(500)
		tailer := tail.New(folder, sink.Take)
		cadence.Loop(ctx, 250*time.Millisecond, func(n int) { tailer.Scan() })
		cadence.Loop(ctx, 330*time.Millisecond, jobs.New(folder, 12).Turn)
		return nil
	})
}
