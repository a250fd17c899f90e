// Package traces traces searches.
package traces

import (
	"context"
	"io"

	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	"go.opentelemetry.io/otel/sdk/trace"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start searches as walkers ask.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(n int) { _ = Search(ctx) })
	return nil
}

// Search finds one path.
func Search(ctx context.Context) error {
	exporter, err := stdouttrace.New(stdouttrace.WithWriter(io.Discard))
	if err != nil {
		return err
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(exporter, trace.WithMaxQueueSize(64)))
	_, span := provider.Tracer("paths").Start(ctx, "search")
	span.End()
	return provider.ForceFlush(ctx)
}
