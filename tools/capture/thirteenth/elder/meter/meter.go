// Package meter measures what is served.
package meter

import (
	"fmt"
	"time"

	"github.com/armon/go-metrics"
)

// Meter has a sink and what it showed last.
type Meter struct {
	sink    *metrics.InmemSink
	metrics *metrics.Metrics
	shown   int
}

// New keeps intervals for a while.
func New(interval, keep time.Duration) (*Meter, error) {
	sink := metrics.NewInmemSink(interval, keep)
	config := metrics.DefaultConfig("elder")
	config.EnableHostname, config.EnableRuntimeMetrics = false, false
	m, err := metrics.New(config, sink)
	return &Meter{sink: sink, metrics: m}, err
}

// Served measures answer n of one of many clients.
func (m *Meter) Served(n int) {
	labels := []metrics.Label{{Name: "client", Value: fmt.Sprintf("client-%04d", n*7919%1800)}, {Name: "kind", Value: []string{"read", "write"}[n%2]}}
	m.metrics.AddSampleWithLabels([]string{"served", "ms"}, float32(n%90), labels)
	m.metrics.IncrCounterWithLabels([]string{"served", "count"}, 1, labels)
}

// Show counts what the sink has.
func (m *Meter) Show() {
	m.shown = 0
	for _, interval := range m.sink.Data() {
		interval.RLock()
		m.shown += len(interval.Samples) + len(interval.Counters)
		interval.RUnlock()
	}
}
