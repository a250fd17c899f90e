// Package attic keeps things for a while.
package attic

import (
	"runtime"
	"sync"
	"time"
)

type thing struct {
	value any
	until time.Time
}

// Attic can be let go of: its sweeper ends with it.
type Attic struct{ *attic }

type attic struct {
	mu      sync.RWMutex
	life    time.Duration
	things  map[string]thing
	sweeper *sweeper
}

type sweeper struct {
	every time.Duration
	stop  chan struct{}
}

// New keeps things for life and sweeps each so often.
func New(life, every time.Duration) *Attic {
	inner := &attic{life: life, things: map[string]thing{}}
	inner.sweeper = &sweeper{every: every, stop: make(chan struct{})}
	go inner.sweeper.run(inner)
	outer := &Attic{inner}
	runtime.SetFinalizer(outer, func(a *Attic) { close(a.sweeper.stop) })
	return outer
}

func (s *sweeper) run(a *attic) {
	clock := time.NewTicker(s.every)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			a.sweep()
		case <-s.stop:
			return
		}
	}
}

func (a *attic) sweep() {
	now := time.Now()
	a.mu.Lock()
	defer a.mu.Unlock()
	for key, t := range a.things {
		if now.After(t.until) {
			delete(a.things, key)
		}
	}
}

// Set keeps a value.
func (a *attic) Set(key string, value any) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.things[key] = thing{value, time.Now().Add(a.life)}
}

// Get is a value that is kept and not too old.
func (a *attic) Get(key string) (any, bool) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	t, ok := a.things[key]
	if !ok || time.Now().After(t.until) {
		return nil, false
	}
	return t.value, true
}
