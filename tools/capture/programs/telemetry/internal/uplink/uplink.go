// Package uplink sends readings and waits for their acknowledgement.
package uplink

import (
	"context"
	"log"
	"sync"
	"time"
)

// Reading is one value of a device.
type Reading struct {
	Device int
	Value  int64
}

// Uplink is the connection upstream.
type Uplink struct {
	mu      sync.Mutex
	next    uint64
	pending map[uint64]chan struct{}
}

// Dial opens the uplink.
func Dial(ctx context.Context) *Uplink {
	u := &Uplink{pending: make(map[uint64]chan struct{})}
	go u.acknowledge(ctx)
	return u
}

// Publish sends a reading and returns when it was acknowledged.
func (u *Uplink) Publish(r Reading) {
	u.mu.Lock()
	u.next++
	acked := make(chan struct{})
	u.pending[u.next] = acked
	u.mu.Unlock()
	<-acked
}

func (u *Uplink) acknowledge(ctx context.Context) {
	acks := time.NewTicker(60 * time.Millisecond)
	broken := time.NewTicker(2900 * time.Millisecond)
	defer acks.Stop()
	defer broken.Stop()
	for {
		select {
		case <-acks.C:
			u.settle()
		case <-broken.C:
			u.reconnect()
		case <-ctx.Done():
			return
		}
	}
}

func (u *Uplink) settle() {
	u.mu.Lock()
	defer u.mu.Unlock()
	for id, acked := range u.pending {
		close(acked)
		delete(u.pending, id)
	}
}

func (u *Uplink) reconnect() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if len(u.pending) > 0 {
		log.Printf("uplink: reconnected, %d in flight", len(u.pending))
	}
	u.pending = make(map[uint64]chan struct{})
}
