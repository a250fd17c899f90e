// Package springs has schedulers, watchers, caches with janitors, limits and pools.
package springs

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ReneKroon/ttlcache"
	"github.com/allegro/bigcache"
	"github.com/dgraph-io/ristretto"
	"github.com/fsnotify/fsnotify"
	gocache "github.com/patrickmn/go-cache"
	"github.com/robfig/cron"

	"hub.tessera.example/base/cadence"
)

// Start settles everything.
func Start(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "springs")
	if err != nil {
		return err
	}
	for i := 0; i < 6; i++ {
		c := cron.New()
		if _, err := c.AddFunc("@every 2s", func() { time.Sleep(50 * time.Millisecond) }); err != nil {
			return err
		}
		c.Start()
		if err := watch(fmt.Sprint(dir, "/", i)); err != nil {
			return err
		}
		if err := caches(ctx); err != nil {
			return err
		}
	}
	return nil
}

func watch(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	go func() {
		for {
			select {
			case _, ok := <-w.Events:
				if !ok {
					return
				}
			case <-w.Errors:
			}
		}
	}()
	return w.Add(dir)
}

func caches(ctx context.Context) error {
	a := gocache.New(2*time.Second, time.Second)
	b, err := ristretto.NewCache(&ristretto.Config{NumCounters: 1e4, MaxCost: 1e5, BufferItems: 64})
	if err != nil {
		return err
	}
	c, err := bigcache.NewBigCache(bigcache.Config{Shards: 16, LifeWindow: 3 * time.Second, CleanWindow: time.Second, MaxEntrySize: 200, HardMaxCacheSize: 1})
	if err != nil {
		return err
	}
	d := ttlcache.NewCache()
	if err := d.SetTTL(2 * time.Second); err != nil {
		return err
	}
	cadence.Loop(ctx, 5*time.Millisecond, func(n int) {
		key := fmt.Sprint(n)
		a.SetDefault(key, n)
		b.Set(key, make([]byte, 100), 100)
		_ = c.Set(key, make([]byte, 100))
		_ = d.Set(key, n)
	})
	return nil
}
