// Package beats measures: bounded metrics, spans, logs and error reports.
package beats

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/DataDog/datadog-go/statsd"
	"github.com/getsentry/sentry-go"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/sirupsen/logrus"
	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/natefinch/lumberjack.v2"

	"hub.tessera.example/base/cadence"
)

// Start measures and logs.
func Start(ctx context.Context) error {
	registry := prometheus.NewRegistry()
	vec := prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "beat_seconds", Help: "Seconds."}, []string{"hall", "code"})
	registry.MustRegister(vec, prometheus.NewGoCollector())
	cadence.Loop(ctx, 10*time.Millisecond, func(n int) {
		vec.WithLabelValues(fmt.Sprint(n%200), "200").Observe(1)
	})
	cadence.Loop(ctx, 5*time.Second, func(int) { _, _ = registry.Gather() })
	if err := spans(ctx); err != nil {
		return err
	}
	if err := reports(ctx); err != nil {
		return err
	}
	return logs(ctx)
}

func spans(ctx context.Context) error {
	exporter, err := stdouttrace.New(stdouttrace.WithWriter(io.Discard))
	if err != nil {
		return err
	}
	for i := 0; i < 4; i++ {
		tracer := trace.NewTracerProvider(trace.WithBatcher(exporter)).Tracer("beats")
		cadence.Loop(ctx, 20*time.Millisecond, func(int) {
			_, span := tracer.Start(ctx, "beat")
			span.End()
		})
	}
	return nil
}

func reports(ctx context.Context) error {
	for i := 0; i < 3; i++ {
		client, err := sentry.NewClient(sentry.ClientOptions{Dsn: "http://key@127.0.0.1:9/1"})
		if err != nil {
			return err
		}
		hub := sentry.NewHub(client, sentry.NewScope())
		cadence.Loop(ctx, time.Second, func(int) { hub.CaptureMessage("off beat") })
		counter, err := statsd.NewBuffered("127.0.0.1:8125", 20)
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 50*time.Millisecond, func(int) { _ = counter.Incr("beat", nil, 1) })
	}
	return nil
}

func logs(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "beats")
	if err != nil {
		return err
	}
	for i := 0; i < 6; i++ {
		file := &lumberjack.Logger{Filename: fmt.Sprintf("%s/%d.log", dir, i), MaxSize: 1, MaxBackups: 2}
		buffered := &zapcore.BufferedWriteSyncer{WS: zapcore.AddSync(file), FlushInterval: time.Second}
		logger := zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), buffered, zap.InfoLevel))
		old := logrus.New()
		old.SetOutput(io.Discard)
		errors := old.WriterLevel(logrus.ErrorLevel)
		cadence.Loop(ctx, 20*time.Millisecond, func(n int) {
			logger.Info("beat", zap.Int("n", n))
			fmt.Fprintln(errors, "beat", n)
		})
	}
	return nil
}
