// Package api wraps handlers.
package api

import (
	"net/http"
	"time"

	"git.lantern.example/metrics/vectors/vec"
)

// Middleware measures a handler.
type Middleware struct {
	latency *vec.Vec
	next    http.Handler
}

// NewMiddleware measures next.
func NewMiddleware(latency *vec.Vec, next http.Handler) *Middleware {
	return &Middleware{latency: latency, next: next}
}

// ServeHTTP answers and observes.
func (m *Middleware) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	m.next.ServeHTTP(w, r)
	m.Observe(r, time.Since(start))
}

// Observe counts one answer.
func (m *Middleware) Observe(r *http.Request, took time.Duration) {
	m.latency.With(r.URL.Path, r.Method, "200")(took.Seconds())
}
