// Package toll lets callers through one after the other at a rate.
package toll

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrFull says that as many wait as may.
var ErrFull = errors.New("toll: too many wait")

// Gate has a next free moment and everybody behind it.
type Gate struct {
	apart time.Duration
	most  int

	mu      sync.Mutex
	free    time.Time
	waiting int
}

// NewGate lets perSecond through and has at most so many wait.
func NewGate(perSecond, most int) *Gate {
	return &Gate{apart: time.Second / time.Duration(perSecond), most: most}
}

// Reserve takes a turn, which the caller has to Pass.
func (g *Gate) Reserve() (*Turn, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.waiting >= g.most {
		return nil, ErrFull
	}
	g.waiting++
	if now := time.Now(); g.free.Before(now) {
		g.free = now
	}
	t := &Turn{gate: g, at: g.free}
	g.free = g.free.Add(g.apart)
	return t, nil
}

// Turn is a moment to pass at.
type Turn struct {
	gate *Gate
	at   time.Time
}

// Pass waits for the moment.
func (t *Turn) Pass(ctx context.Context) error {
	defer t.gate.left()
	moment := time.NewTimer(time.Until(t.at))
	defer moment.Stop()
	select {
	case <-moment.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Gate) left() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting--
}
