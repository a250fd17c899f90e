// Package staff are goroutines a service has from its start: drawers at one condition, guards with a beat,
// sleepers, and porters behind a semaphore.
package staff

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"go.causeway.example/quay/boot"
)

var served atomic.Int64

type counter struct {
	mu      sync.Mutex
	filled  *sync.Cond
	tickets []int
}

// Hire takes on n: four in ten drawers, three guards, two sleepers, one porter.
func Hire(ctx context.Context, n int) {
	c := &counter{}
	c.filled = sync.NewCond(&c.mu)
	for i := 0; i < n*4/10; i++ {
		go c.draw()
	}
	for i := 0; i < n*3/10; i++ {
		go guard(ctx, time.Duration(700+i%9*110)*time.Millisecond)
	}
	for i := 0; i < n*2/10; i++ {
		go sleep(ctx, time.Duration(400+i%11*90)*time.Millisecond)
	}
	trolleys := make(chan struct{}, max(1, n/20))
	for i := 0; i < n/10; i++ {
		go port(ctx, trolleys)
	}
	boot.Every(ctx, 20*time.Millisecond, c.put)
}

func (c *counter) put(ticket int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.tickets = append(c.tickets, ticket)
	c.filled.Signal()
}

func (c *counter) draw() {
	for {
		c.take()
		served.Add(1)
	}
}

func (c *counter) take() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.tickets) == 0 {
		c.filled.Wait()
	}
	ticket := c.tickets[len(c.tickets)-1]
	c.tickets = c.tickets[:len(c.tickets)-1]
	return ticket
}

func guard(ctx context.Context, beat time.Duration) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			served.Add(1)
		case <-ctx.Done():
			return
		}
	}
}

func sleep(ctx context.Context, nap time.Duration) {
	for ctx.Err() == nil {
		time.Sleep(nap)
		served.Add(1)
	}
}

func port(ctx context.Context, trolleys chan struct{}) {
	for ctx.Err() == nil {
		trolleys <- struct{}{}
		time.Sleep(30 * time.Millisecond)
		<-trolleys
		time.Sleep(50 * time.Millisecond)
	}
}
