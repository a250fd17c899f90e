// Command archiver packs pages into archives.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"vault.example/archiver/spool"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(20)
	pages := spool.New()
	jobs.Every(ctx, 400*time.Millisecond, func(n int) { pages.Upload(pages.Page(n)) })
	bus.NewTopic(ctx, "archives", 70, 200*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("archiver", start) }
