// Command framegrab keeps camera frames.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/traffic"

	"cam.example/framegrab/frames"
)

func start(ctx context.Context) error {
	arena := frames.NewArena(256, 256<<10)
	jobs.Every(ctx, 40*time.Millisecond, func(n int) { arena.Store(n) })
	bus.NewTopic(ctx, "cameras", 30, 250*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() { run.Service("framegrab", start) }
