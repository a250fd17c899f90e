package gate

import (
	"net/http"
	"strings"
	"sync"
	"time"
)

// Gate knows when who came.
type Gate struct {
	most   int
	within time.Duration
	next   http.Handler

	mu    sync.Mutex
	times map[string][]time.Time
}

// Limit lets each caller in so often within a time.
func Limit(most int, within time.Duration) Layer {
	return func(next http.Handler) http.Handler {
		return &Gate{most: most, within: within, next: next, times: make(map[string][]time.Time)}
	}
}

// ServeHTTP lets one in or not.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !g.allow(caller(r), time.Now()) {
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	g.next.ServeHTTP(w, r)
}

func (g *Gate) allow(who string, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	recent := g.times[who]
	for len(recent) > 0 && now.Sub(recent[0]) > g.within {
		recent = recent[1:]
	}
	if len(recent) >= g.most {
		g.times[who] = recent
		return false
	}
	g.times[who] = append(recent, now)
	return true
}

// caller is the device; those of the house's own network are one.
func caller(r *http.Request) string {
	if strings.HasPrefix(r.URL.Path, "/7/") {
		return "house"
	}
	return "device:" + r.URL.Path
}
