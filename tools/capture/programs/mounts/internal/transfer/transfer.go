// Package transfer copies files on workers that sleep on a condition.
package transfer

import (
	"context"
	"sync"
)

// Copies is a queue of files.
type Copies struct {
	mu    sync.Mutex
	more  *sync.Cond
	files []int
	done  bool
}

// Start starts n workers until ctx ends.
func Start(ctx context.Context, n int) *Copies {
	c := &Copies{}
	c.more = sync.NewCond(&c.mu)
	for i := 0; i < n; i++ {
		go c.work()
	}
	go func() {
		<-ctx.Done()
		c.mu.Lock()
		c.done = true
		c.mu.Unlock()
		c.more.Broadcast()
	}()
	return c
}

// Copy queues a file.
func (c *Copies) Copy(file int) {
	c.mu.Lock()
	c.files = append(c.files, file)
	c.mu.Unlock()
	c.more.Signal()
}

func (c *Copies) work() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for !c.done {
		if len(c.files) == 0 {
			c.more.Wait()
			continue
		}
		c.files = c.files[1:]
	}
}
