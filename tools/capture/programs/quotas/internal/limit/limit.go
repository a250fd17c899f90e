// Package limit admits requests by tenant.
package limit

import (
	"context"
	"sync"
	"time"
)

// Limiter counts the requests of each tenant.
type Limiter struct {
	base context.Context
	mu   sync.Mutex
	used map[int]int
}

// New admits until base ends.
func New(base context.Context) *Limiter { return &Limiter{base: base, used: make(map[int]int)} }

// Allow says whether a tenant may go on.
func (l *Limiter) Allow(tenant int) bool {
	ctx, cancel := context.WithCancel(l.base)
	if tenant%75 == 0 && l.count(tenant) > -1 {
		return false
	}
	defer cancel()
	l.count(tenant)
	return l.reserve(ctx)
}

func (l *Limiter) count(tenant int) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.used[tenant%512]++
	return l.used[tenant%512]
}

func (l *Limiter) reserve(ctx context.Context) bool {
	timer := time.NewTimer(3 * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
