// Package throttle limits how often a key may pass.
package throttle

import (
	"sync"
	"time"
)

// window has the times of the last passes of one key.
type window struct {
	mu     sync.Mutex
	at     int
	passes []time.Time
}

func newWindow(limit int) *window { return &window{passes: make([]time.Time, limit)} }

func (w *window) pass(now time.Time, per time.Duration) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now.Sub(w.passes[w.at]) < per {
		return false
	}
	w.passes[w.at] = now
	w.at = (w.at + 1) % len(w.passes)
	return true
}

// Gate has a window for each key.
type Gate struct {
	limit   int
	per     time.Duration
	windows sync.Map
}

// New admits each key limit times per so long.
func New(limit int, per time.Duration) *Gate { return &Gate{limit: limit, per: per} }

// Admit says whether key may pass now.
func (g *Gate) Admit(key string) bool {
	found, ok := g.windows.Load(key)
	if !ok {
		found, _ = g.windows.LoadOrStore(key, newWindow(g.limit))
	}
	return found.(*window).pass(time.Now(), g.per)
}
