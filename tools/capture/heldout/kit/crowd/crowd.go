// Package crowd is the staff of a service: goroutines that live as long as it does and wait for something to do.
package crowd

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"go.northgate.example/kit/load"
)

type note struct{ n int }

var handled atomic.Int64

// Staff keeps n residents of four kinds, a quarter each, and gives one of them something to do every 20 ms.
func Staff(ctx context.Context, n int) {
	boxes := make([]chan note, n/2)
	for i := range boxes {
		boxes[i] = make(chan note, 2)
		if i%2 == 0 {
			go clerk(boxes[i])
		} else {
			go porter(ctx, boxes[i])
		}
	}
	bell := sync.NewCond(&sync.Mutex{})
	for i := range n - len(boxes) {
		if i%2 == 0 {
			go ringer(bell)
		} else {
			go warden(ctx, time.Duration(2+i%7)*time.Second)
		}
	}
	load.Every(ctx, 20*time.Millisecond, func(n int) {
		if len(boxes) > 0 {
			select {
			case boxes[(n*7919)%len(boxes)] <- note{n}:
			default:
			}
		}
		if n%100 == 0 {
			bell.Broadcast()
		}
	})
}

func clerk(box <-chan note) {
	for n := range box {
		handled.Add(int64(n.n))
	}
}

func porter(ctx context.Context, box <-chan note) {
	for {
		select {
		case n := <-box:
			handled.Add(int64(n.n))
		case <-ctx.Done():
			return
		}
	}
}

func ringer(bell *sync.Cond) {
	bell.L.Lock()
	defer bell.L.Unlock()
	for {
		bell.Wait()
		handled.Add(1)
	}
}

func warden(ctx context.Context, period time.Duration) {
	round := time.NewTicker(period)
	defer round.Stop()
	for {
		select {
		case <-round.C:
			handled.Add(1)
		case <-ctx.Done():
			return
		}
	}
}
