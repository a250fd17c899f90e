// Package tail follows a line of changes and says how far it came.
package tail

import (
	"context"
	"sync/atomic"
	"time"

	"git.depeche.example/feed/calico/crew"
	"git.depeche.example/feed/calico/wire"
)

const pause = 700 * time.Millisecond

// Tail is one who follows.
type Tail struct {
	line  *wire.Line
	seen  atomic.Int64
	acked atomic.Int64
}

// Follow follows a wire until its line is cut.
func Follow(ctx context.Context, source *wire.Wire, n int) error {
	t := &Tail{line: source.Open(150 + n%7*30)}
	defer t.line.Hang()
	team, _ := crew.New(ctx)
	team.Go(func() error { return t.read(ctx) })
	team.Go(func() error { return t.confirm(ctx) })
	return team.Wait()
}

func (t *Tail) read(ctx context.Context) error {
	for {
		change, err := t.line.Next(ctx)
		if err != nil {
			return err
		}
		t.seen.Add(int64(len(change)))
	}
}

func (t *Tail) confirm(ctx context.Context) error {
	clock := time.NewTicker(pause)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			t.acked.Store(t.seen.Load())
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
