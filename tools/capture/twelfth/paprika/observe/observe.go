// Package observe measures handlers.
package observe

import (
	"net/http"
	"sync/atomic"
	"time"
)

// Telemetry counts answers by their class.
type Telemetry struct{ classes [6]atomic.Int64 }

// NewTelemetry has counted nothing.
func NewTelemetry() *Telemetry { return &Telemetry{} }

// Middleware wraps a handler.
type Middleware func(next http.Handler) http.Handler

type writer struct {
	http.ResponseWriter
	status int
}

func (w *writer) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

type window struct {
	next    http.Handler
	t       *Telemetry
	recent  [384]time.Duration
	pointer int
}

// Latency keeps the latest latencies of what it wraps.
func (t *Telemetry) Latency() Middleware {
	return func(next http.Handler) http.Handler { return &window{next: next, t: t} }
}

// ServeHTTP measures.
func (o *window) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	begin := time.Now()
	seen, inner := w.(*writer)
	if !inner {
		seen = &writer{ResponseWriter: w, status: http.StatusOK}
	}
	o.next.ServeHTTP(seen, r)
	if !inner {
		o.recent[o.pointer%len(o.recent)] = time.Since(begin)
		o.pointer++
		o.t.classes[seen.status/100].Add(1)
	}
}

// Chain wraps with all of some middlewares.
func Chain(middlewares ...Middleware) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for _, m := range middlewares {
				next = m(next)
			}
			next.ServeHTTP(w, r)
		})
	}
}
