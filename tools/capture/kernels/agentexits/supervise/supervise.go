// Package supervise starts a proxy anew when its settings change.
package supervise

import (
	"context"
	"sync"
	"time"
)

type agent struct {
	mu      sync.RWMutex
	epoch   int
	ended   chan int
	started map[int]chan struct{}
}

func (a *agent) restart() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.epoch++
	a.started[a.epoch] = make(chan struct{})
	go a.wait(a.epoch)
}

func (a *agent) wait(epoch int) {
	time.Sleep(time.Duration(20+10*epoch) * time.Millisecond)
	a.ended <- epoch
}

// Run follows reports until a proxy ends of itself.
func (a *agent) Run(ctx context.Context) int {
	for {
		select {
		case epoch := <-a.ended:
			return epoch
		case <-ctx.Done():
			return 0
		}
	}
}

// Run starts three epochs.
func Run(int) {
	a := &agent{ended: make(chan int), started: map[int]chan struct{}{}}
	go a.Run(context.Background())
	a.restart()
	a.restart()
	a.restart()
}
