// Package volumes writes a log for each volume.
package volumes

import (
	"context"
	"fmt"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/natefinch/lumberjack.v2"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start writes as volumes come.
func Start(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "volumes")
	if err != nil {
		return err
	}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(n int) { Bind(dir, n) })
	return nil
}

// Bind logs how one volume is bound.
func Bind(dir string, n int) {
	file := &lumberjack.Logger{Filename: fmt.Sprintf("%s/%d.log", dir, n), MaxSize: 1, MaxBackups: 2}
	logger := zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), zapcore.AddSync(file), zap.InfoLevel))
	logger.Info("bound", zap.Int("volume", n))
	_ = logger.Sync()
}
