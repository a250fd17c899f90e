// Package client renders a service's configuration whenever it changes.
package client

import (
	"context"
	"fmt"
	"math/rand"
	"time"

	"example.org/ops/pool"
	"gitlab.example.com/platform/watchers/internal/watch"
)

// Run keeps n services watching until ctx ends.
func Run(ctx context.Context, keys *watch.Registry, renders *pool.Pool[string], n int) {
	for i := 0; i < n; i++ {
		go follow(ctx, keys, renders, i)
	}
	<-ctx.Done()
}

func follow(ctx context.Context, keys *watch.Registry, renders *pool.Pool[string], id int) {
	random := rand.New(rand.NewSource(int64(id)))
	for ctx.Err() == nil {
		once, cancel := context.WithTimeout(ctx, time.Duration(3+random.Intn(8))*time.Second)
		key := fmt.Sprintf("service/%d/config", random.Intn(50))
		events := keys.Watch(key)
		for waiting := true; waiting; {
			select {
			case _, open := <-events:
				waiting = open
				renders.Offer(key)
			case <-once.Done():
				waiting = false
			}
		}
		cancel()
	}
}
