// Package api answers the command line.
package api

import (
	"encoding/json"
	"net/http"
	"runtime"
	"sync"

	"agent.example/paprika/observe"
)

type server struct {
	mu   sync.Mutex
	last map[string][]byte
}

// New is a handler of four paths.
func New(t *observe.Telemetry) http.Handler {
	s := &server{last: make(map[string][]byte)}
	mux := http.NewServeMux()
	for _, path := range []string{"/status", "/config", "/checks", "/tags"} {
		mux.HandleFunc(path, s.answer)
	}
	return locked(observe.Chain(t.Latency())(mux))
}

func locked(next http.Handler) http.Handler {
	var mu sync.Mutex
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		next.ServeHTTP(w, r)
	})
}

func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	text, err := json.Marshal(map[string]any{"path": r.URL.Path, "goroutines": runtime.NumGoroutine(), "version": runtime.Version()})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.mu.Lock()
	s.last[r.URL.Path] = text
	s.mu.Unlock()
	_, _ = w.Write(text)
}
