// Package calls are between two.
package calls

import (
	"context"
	"sync/atomic"
	"time"
)

type call struct {
	number  int
	history []byte
	frames  *time.Ticker
}

// Calls are carried for a time.
type Calls struct {
	lasts   time.Duration
	carried atomic.Int64
}

// New lasts so long each.
func New(lasts time.Duration) *Calls { return &Calls{lasts: lasts} }

// Carry carries a call to its end.
func (c *Calls) Carry(ctx context.Context, number int) {
	ctx, hangUp := context.WithTimeout(ctx, c.lasts)
	defer hangUp()
	one := &call{number: number, history: make([]byte, 40<<10), frames: time.NewTicker(time.Second)}
	defer one.frames.Stop()
	for {
		select {
		case at := <-one.frames.C:
			one.history[at.Unix()%int64(len(one.history))] = byte(number)
			c.carried.Add(1)
		case <-ctx.Done():
			return
		}
	}
}
