// Package logbook writes what happens, as JSON.
package logbook

import (
	"io"
	"log/slog"
)

// Open is a logbook that writes warnings only.
func Open(to io.Writer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
