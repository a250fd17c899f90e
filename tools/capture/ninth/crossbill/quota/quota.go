// Package quota lets each caller ask so often a second.
package quota

import (
	"context"
	"net/http"
	"sync"
	"time"
)

type tokens struct {
	left float64
	seen time.Time
	path [96]byte
}

// Quota counts the callers of one handler.
type Quota struct {
	perSecond float64
	next      http.Handler

	mu      sync.Mutex
	callers map[string]*tokens
}

// Around puts a quota before a handler. Callers who were not seen for three minutes are forgotten.
func Around(ctx context.Context, perSecond float64, next http.Handler) *Quota {
	q := &Quota{perSecond: perSecond, next: next, callers: make(map[string]*tokens)}
	go q.sweep(ctx, 3*time.Minute)
	return q
}

func (q *Quota) sweep(ctx context.Context, idle time.Duration) {
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	for {
		select {
		case now := <-clock.C:
			q.mu.Lock()
			for caller, t := range q.callers {
				if now.Sub(t.seen) > idle {
					delete(q.callers, caller)
				}
			}
			q.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

// ServeHTTP asks the handler behind, if the caller may.
func (q *Quota) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !q.allow(r.URL.Path, time.Now()) {
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	q.next.ServeHTTP(w, r)
}

func (q *Quota) allow(caller string, now time.Time) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	t, found := q.callers[caller]
	if !found {
		t = &tokens{left: q.perSecond, seen: now}
		copy(t.path[:], caller)
		q.callers[caller] = t
	}
	t.left += now.Sub(t.seen).Seconds() * q.perSecond
	if t.left > q.perSecond {
		t.left = q.perSecond
	}
	t.seen = now
	if t.left < 1 {
		return false
	}
	t.left--
	return true
}
