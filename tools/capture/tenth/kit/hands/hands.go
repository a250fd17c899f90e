// Package hands are the goroutines a service has from its start: lanes with an inbox, a pool at one queue, watchers.
package hands

import (
	"context"
	"sync/atomic"
	"time"

	"go.causeway.example/quay/boot"
)

var done atomic.Int64

type task struct{ number int }

type lane struct {
	inbox chan task
	flush time.Duration
}

// Take takes on n: half of them lanes, three in ten a pool, the others watchers.
func Take(ctx context.Context, n int) {
	lanes := make([]*lane, n/2)
	for i := range lanes {
		lanes[i] = &lane{inbox: make(chan task, 4), flush: 2*time.Second + time.Duration(i%7)*300*time.Millisecond}
		go lanes[i].run(ctx)
	}
	queue := make(chan task, 16)
	for i := 0; i < n*3/10; i++ {
		go pool(queue)
	}
	change := make(chan task)
	for i := 0; i < n-n/2-n*3/10; i++ {
		go watch(ctx, change)
	}
	boot.Every(ctx, 25*time.Millisecond, func(n int) {
		queue <- task{n}
		lanes[n%len(lanes)].inbox <- task{n}
		if n%40 == 39 {
			select {
			case change <- task{n}:
			default:
			}
		}
	})
}

func (l *lane) run(ctx context.Context) {
	ticker := time.NewTicker(l.flush)
	defer ticker.Stop()
	for {
		select {
		case <-l.inbox:
			done.Add(1)
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

func pool(queue <-chan task) {
	for range queue {
		done.Add(1)
	}
}

func watch(ctx context.Context, change <-chan task) {
	for {
		select {
		case <-change:
			done.Add(1)
		case <-ctx.Done():
			return
		}
	}
}
