// Package seat gives participants a seat for as long as they stay.
package seat

import (
	"context"
	"math/rand"
	"sync/atomic"
	"time"

	"example.org/ops/hub"
)

// Hall has a number of seats.
type Hall struct {
	speech *hub.Hub[[]byte]
	seats  chan struct{}
	heard  int64
}

// NewHall has n seats.
func NewHall(speech *hub.Hub[[]byte], n int) *Hall {
	return &Hall{speech: speech, seats: make(chan struct{}, n)}
}

// Open lets participants in until ctx ends.
func (h *Hall) Open(ctx context.Context, interval time.Duration) {
	random := rand.New(rand.NewSource(14))
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			select {
			case h.seats <- struct{}{}:
				go h.attend(ctx, time.Duration(60+random.Intn(240))*time.Second)
			default:
			}
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hall) attend(ctx context.Context, stay time.Duration) {
	defer func() { <-h.seats }()
	once, leave := context.WithTimeout(ctx, stay)
	defer leave()
	h.speech.Subscribe(once, func(frame []byte) { atomic.AddInt64(&h.heard, int64(len(frame))) })
}
