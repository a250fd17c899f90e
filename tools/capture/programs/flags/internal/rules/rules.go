// Package rules is the flags' rules.
package rules

import (
	"context"
	"hash/crc32"
	"sync"
	"time"
)

type rule struct {
	enabled bool
	percent uint32
}

// Rules is all flags.
type Rules struct {
	mu    sync.RWMutex
	rules []rule
}

// New has n flags.
func New(n int) *Rules {
	r := &Rules{}
	r.Replace(n)
	return r
}

// Replace computes all rules again.
func (r *Rules) Replace(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rules = make([]rule, n)
	for i := range r.rules {
		r.rules[i] = rule{enabled: i%40 != 39, percent: uint32(i % 100)}
	}
}

// Refresh replaces the rules at an interval until ctx ends.
func (r *Rules) Refresh(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			r.Replace(300)
		case <-ctx.Done():
			return
		}
	}
}

// Match says whether a flag is on for a user.
func (r *Rules) Match(id int, user string) bool {
	r.mu.RLock()
	rule := r.rules[id%len(r.rules)]
	if !rule.enabled {
		return false
	}
	on := crc32.ChecksumIEEE([]byte(user))%100 < rule.percent
	r.mu.RUnlock()
	return on
}
