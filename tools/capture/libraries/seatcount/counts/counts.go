// Package counts counts visits.
package counts

import (
	"context"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var (
	visits = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "visits_total", Help: "Visits."}, []string{"path", "code"})
	took   = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "visit_seconds", Help: "Seconds."}, []string{"path"})
)

// Start counts visits.
func Start(ctx context.Context) error {
	registry := prometheus.NewRegistry()
	registry.MustRegister(visits, took)
	residents.Settle(ctx, 60)
	cadence.Loop(ctx, 4*time.Millisecond, Visit)
	cadence.Loop(ctx, 10*time.Second, func(int) { _, _ = registry.Gather() })
	return nil
}

// Visit counts one visit.
func Visit(n int) {
	path := fmt.Sprintf("/seat/%d/ticket/%x", n%500, n*7919)
	visits.WithLabelValues(path, "200").Inc()
	took.WithLabelValues(path).Observe(float64(n%100) / 1000)
}
