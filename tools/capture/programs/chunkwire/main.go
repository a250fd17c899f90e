// Command chunkwire indexes a feed by its tags.
package main

import (
	"context"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"feeds.example/chunkwire/index"
	"feeds.example/chunkwire/wire"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(14)
	decoder := wire.NewDecoder()
	tags := &index.Tags{}
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		chunk := decoder.Chunk()
		if n%2 == 0 {
			tags.Add(chunk[16:40])
		}
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("chunkwire", start) }
