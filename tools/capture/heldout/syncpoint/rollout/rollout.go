// Package rollout brings releases to replicas.
package rollout

import (
	"sync"
	"time"
)

// Rollout is under way until all replicas are ready.
type Rollout struct {
	mu       sync.Mutex
	release  int
	ready    int
	replaced bool
}

var (
	mu      sync.Mutex
	current = map[int]*Rollout{}
)

// Begin replaces an application's rollout.
func Begin(application, release int) *Rollout {
	r := &Rollout{release: release}
	mu.Lock()
	if old := current[application]; old != nil {
		old.replaced = true
	}
	current[application] = r
	mu.Unlock()
	for replica := range 3 {
		if release%4 == 3 && replica == 2 {
			continue // has no room on any host
		}
		time.AfterFunc(time.Duration(replica*300)*time.Millisecond, r.report)
	}
	go r.settle()
	return r
}

func (r *Rollout) report() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ready++
}

func (r *Rollout) settle() {
	for !r.complete() {
		time.Sleep(200 * time.Millisecond)
	}
}

func (r *Rollout) complete() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ready == 3
}
