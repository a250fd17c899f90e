// Package deeds serves deeds, each on a server of its own with an error log.
package deeds

import (
	"context"
	"io"
	"log"

	"github.com/sirupsen/logrus"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start writes deeds as they are asked for.
func Start(ctx context.Context) error {
	logger := logrus.New()
	logger.SetOutput(io.Discard)
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 4, func(n int) { Write(logger, n) })
	return nil
}

// Write writes one deed.
func Write(logger *logrus.Logger, n int) {
	lines := log.New(logger.WithField("deed", n).WriterLevel(logrus.WarnLevel), "", 0)
	lines.Printf("deed %d sealed", n)
}
