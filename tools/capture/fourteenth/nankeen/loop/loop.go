// Package loop has controllers, each of which looks at its things in turn.
package loop

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"go.drapery.example/loom/start"

	"git.overseer.example/control/nankeen/logbook"
)

// Controller sees to things of one kind.
type Controller struct {
	kind string
	log  *slog.Logger
	seen map[string]int
}

// Start has so many controllers, each of which looks perSecond times.
func Start(ctx context.Context, controllers int, perSecond float64) {
	book := logbook.Open(os.Stderr)
	for i := 0; i < controllers; i++ {
		kind := fmt.Sprint("kind-", i)
		c := &Controller{kind: kind, log: book.With("controller", kind), seen: map[string]int{}}
		start.Beat(ctx, perSecond, func(n int) { c.Look(fmt.Sprintf("house-%d/thing-%d", n%9, n%60), n) })
	}
}

// Look sees to one thing.
func (c *Controller) Look(thing string, turn int) {
	c.log = c.log.With(slog.Group("looked", "at", thing, "turn", turn, "kind", c.kind), "trace", fmt.Sprintf("%032x", turn*turn))
	if c.seen[thing] == turn {
		c.log.Warn("seen twice")
		return
	}
	c.seen[thing] = turn
	c.log.Info("as it should be")
}
