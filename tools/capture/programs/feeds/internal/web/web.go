// Package web answers feed requests.
package web

import (
	"context"
	"encoding/json"
	"net/http"
	"runtime/pprof"
	"strconv"

	"example.org/ops/pool"
	"gitlab.example.com/platform/feeds/internal/mirror"
)

// Site serves feeds and queues them for indexing.
type Site struct {
	mirrors *mirror.Set
	index   *pool.Pool[int]
}

// NewSite serves from mirrors.
func NewSite(mirrors *mirror.Set, index *pool.Pool[int]) *Site {
	return &Site{mirrors: mirrors, index: index}
}

func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var feed mirror.Feed
	// The labels let a CPU profile be split by feed; goroutines inherit them.
	pprof.Do(r.Context(), pprof.Labels("feed", strconv.Itoa(id), "route", "GET /feed"), func(ctx context.Context) {
		feed, err = s.mirrors.First(ctx, id)
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	s.index.Offer(id)
	json.NewEncoder(w).Encode(feed)
}
