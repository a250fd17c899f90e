// Package watch tells clients when a configuration key changes.
package watch

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"sync"
	"time"
)

// ErrClosed ends a watch.
var ErrClosed = errors.New("watch: registry closed")

// Event is a key's new value.
type Event struct {
	Key      string
	Revision int64
}

// Watcher is one client's interest in one key.
type Watcher struct {
	key    string
	events chan Event
	errs   chan error
	out    chan Event
}

// Registry is the keys and who watches them.
type Registry struct {
	mu       sync.RWMutex
	revision int64
	watchers map[string]map[*Watcher]struct{}
}

// NewRegistry makes an empty registry.
func NewRegistry() *Registry { return &Registry{watchers: make(map[string]map[*Watcher]struct{})} }

// Watch delivers the events of key; the channel holds the last one until it is read.
func (r *Registry) Watch(key string) <-chan Event {
	w := &Watcher{key: key, events: make(chan Event), errs: make(chan error), out: make(chan Event, 1)}
	r.mu.Lock()
	if r.watchers[key] == nil {
		r.watchers[key] = make(map[*Watcher]struct{})
	}
	r.watchers[key][w] = struct{}{}
	r.mu.Unlock()
	go w.pump()
	return w.out
}

func (w *Watcher) pump() {
	defer close(w.out)
	for {
		select {
		case event := <-w.events:
			select {
			case w.out <- event:
			default:
			}
		case <-w.errs:
			return
		}
	}
}

// Rewrite changes keys and compacts their watchers away from time to time.
func (r *Registry) Rewrite(ctx context.Context) {
	random := rand.New(rand.NewSource(8))
	tick := time.NewTicker(15 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			r.put(fmt.Sprintf("service/%d/config", random.Intn(50)), random.Intn(30) == 0)
		case <-ctx.Done():
			return
		}
	}
}

func (r *Registry) put(key string, compact bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.revision++
	for w := range r.watchers[key] {
		select {
		case w.events <- Event{Key: key, Revision: r.revision}:
		default:
		}
	}
	if compact {
		delete(r.watchers, key)
	}
}
