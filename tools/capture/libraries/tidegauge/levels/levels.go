// Package levels counts tides with a buffered statsd client.
package levels

import (
	"context"

	"github.com/DataDog/datadog-go/statsd"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start counts.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(n int) { _ = Measure(float64(n)) })
	return nil
}

// Measure tells one level.
func Measure(level float64) error {
	client, err := statsd.NewBuffered("127.0.0.1:8125", 30)
	if err != nil {
		return err
	}
	return client.Gauge("tide", level, nil, 1)
}
