// Package rolls reads who may enter.
package rolls

import (
	"context"
	"os"
	"time"

	"github.com/fsnotify/fsnotify"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start reads rolls as guests come.
func Start(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "rolls")
	if err != nil {
		return err
	}
	residents.Settle(ctx, 40)
	cadence.Spread(ctx, 0.45, func(int) { _ = Await(dir) })
	return nil
}

// Await waits a while for a change of the roll.
func Await(dir string) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := watcher.Add(dir); err != nil {
		return err
	}
	select {
	case <-watcher.Events:
	case <-time.After(time.Second):
	}
	return nil
}
