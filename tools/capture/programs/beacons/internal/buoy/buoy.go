// Package buoy listens to buoys.
package buoy

import (
	"context"
	"sync"
	"time"
)

type station struct {
	mu    sync.Mutex
	pings int
}

// Watch listens to n buoys until ctx ends.
func Watch(ctx context.Context, n int) {
	stations := make([]station, 10)
	for i := 0; i < n; i++ {
		go stations[i%len(stations)].listen(ctx, time.Duration(3+i%9)*time.Second)
	}
}

func (s *station) listen(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.mu.Lock()
			s.pings++
			s.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
