// Package casting has actors for roles, and others who wait.
package casting

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Role is played by one at a time.
type Role struct {
	mu     sync.Mutex
	vacant *sync.Cond
	played bool
	over   bool
	lines  int64
	ill    chan struct{}
}

// House has roles.
type House struct{ roles []*Role }

// Open casts roles, with so many understudies each.
func Open(ctx context.Context, roles, understudies int) *House {
	h := &House{}
	for i := 0; i < roles; i++ {
		r := &Role{ill: make(chan struct{}, 1)}
		r.vacant = sync.NewCond(&r.mu)
		h.roles = append(h.roles, r)
		for j := 0; j <= understudies; j++ {
			go r.candidate(ctx)
		}
	}
	go func() {
		<-ctx.Done()
		for _, r := range h.roles {
			r.end()
		}
	}()
	return h
}

func (r *Role) candidate(ctx context.Context) {
	for r.acquire() {
		r.play(ctx)
		r.release()
	}
}

func (r *Role) acquire() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.played && !r.over {
		r.vacant.Wait()
	}
	r.played = true
	return !r.over
}

func (r *Role) release() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.played = false
	r.vacant.Signal()
}

func (r *Role) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.over = true
	r.vacant.Broadcast()
}

func (r *Role) play(ctx context.Context) {
	renew := time.NewTicker(2 * time.Second)
	defer renew.Stop()
	for {
		select {
		case <-renew.C:
			atomic.AddInt64(&r.lines, 1)
		case <-r.ill:
			return
		case <-ctx.Done():
			return
		}
	}
}

// FallIll makes the actor of a role give it up.
func (h *House) FallIll(role int) {
	select {
	case h.roles[role].ill <- struct{}{}:
	default:
	}
}
