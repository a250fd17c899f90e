// Command cinder does jobs.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.cinder.example/jobs/cinder/oven"
	"go.cinder.example/jobs/cinder/pool"
)

func main() {
	lifecycle.Run("cinder", func(ctx context.Context) error {
		warm.Fill(ctx, 6000, 10*time.Second)
		plates := larder.New[int, []byte](700)
		workers := pool.New(ctx, pool.Limits{Least: 8, Most: 160, Idle: 5 * time.Minute})
		o := oven.New(plates)
		began := time.Now()
		lifecycle.Each(ctx, 20*time.Millisecond, func(turn int) {
			for i := 0; i < share(time.Since(began)); i++ {
				n := turn*8 + i
				workers.Do(func() { o.Bake(n) })
			}
		})
		return nil
	})
}

// share is how many jobs come at a time: one at first, seven after fifty seconds.
func share(since time.Duration) int {
	n := 1 + int(since/(8*time.Second))
	if n > 7 {
		n = 7
	}
	return n
}
