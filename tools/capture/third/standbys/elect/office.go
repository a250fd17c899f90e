// Package elect gives an office to one candidate at a time.
package elect

import (
	"context"
	"math/rand"
	"sync"
	"time"
)

// Office can be held by one.
type Office struct {
	sync.Mutex
	name  string
	terms int
}

// NewOffice is vacant.
func NewOffice(name string) *Office { return &Office{name: name} }

// Stand waits for the office, holds it for a term and stands again.
func Stand(ctx context.Context, o *Office, candidate int) {
	rng := rand.New(rand.NewSource(int64(candidate)))
	for ctx.Err() == nil {
		o.hold(ctx, 3*time.Second+time.Duration(rng.Int63n(int64(5*time.Second))))
		time.Sleep(20 * time.Millisecond)
	}
}

func (o *Office) hold(ctx context.Context, term time.Duration) {
	o.Lock()
	defer o.Unlock()
	o.terms++
	over := time.NewTimer(term)
	defer over.Stop()
	renew := time.NewTicker(500 * time.Millisecond)
	defer renew.Stop()
	for {
		select {
		case <-renew.C:
		case <-over.C:
			return
		case <-ctx.Done():
			return
		}
	}
}
