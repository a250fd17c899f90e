// Package lease renews leases over a stream.
package lease

import (
	"context"
	"sync"
	"time"
)

// ID names a lease.
type ID int

type stream struct {
	acks map[ID]chan time.Duration
	done chan struct{}
	quit context.CancelFunc
}

// Keeper renews leases over its newest stream.
type Keeper struct {
	ctx     context.Context
	mu      sync.Mutex
	held    []ID
	current *stream
	renewed int
}

// NewKeeper connects.
func NewKeeper(ctx context.Context) *Keeper {
	k := &Keeper{ctx: ctx}
	k.current = k.connect()
	return k
}

func (k *Keeper) connect() *stream {
	ctx, quit := context.WithCancel(k.ctx)
	s := &stream{acks: map[ID]chan time.Duration{}, done: make(chan struct{}), quit: quit}
	go k.serve(ctx, s)
	return s
}

// serve acknowledges every lease of a stream twice a second.
func (k *Keeper) serve(ctx context.Context, s *stream) {
	beat := time.NewTicker(500 * time.Millisecond)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
			k.mu.Lock()
			for _, ack := range s.acks {
				select {
				case ack <- 10 * time.Second:
				default:
				}
			}
			k.mu.Unlock()
		}
	}
}

// Keep renews the lease until the keeper is closed.
func (k *Keeper) Keep(id ID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.held = append(k.held, id)
	k.attach(id)
}

func (k *Keeper) attach(id ID) {
	ack := make(chan time.Duration, 1)
	k.current.acks[id] = ack
	go k.renewLoop(k.current.done, ack)
}

func (k *Keeper) renewLoop(done <-chan struct{}, ack <-chan time.Duration) {
	for {
		select {
		case <-ack:
			k.mu.Lock()
			k.renewed++
			k.mu.Unlock()
		case <-done:
			return
		}
	}
}

// Reset connects anew, as after a lost connection.
func (k *Keeper) Reset() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.current.quit()
	k.current = k.connect()
	for _, id := range k.held {
		k.attach(id)
	}
}
