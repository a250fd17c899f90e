// Package tend are goroutines that a service has from its start: rings that hand a token on, crews that wait for a
// horn, readers of pipes, and rounds with a rest between them.
package tend

import (
	"context"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"go.causeway.example/quay/boot"
)

var steps atomic.Int64

type crew struct {
	mu    sync.Mutex
	horn  *sync.Cond
	calls int
}

// Start takes on about n: three in ten in rings, three in ten in a crew, two readers, two on rounds.
func Start(ctx context.Context, n int) {
	for i := 0; i < n*3/10/6; i++ {
		ring(6, time.Duration(350+i*40)*time.Millisecond)
	}
	c := &crew{}
	c.horn = sync.NewCond(&c.mu)
	for i := 0; i < n*3/10; i++ {
		go c.member()
	}
	boot.Every(ctx, 800*time.Millisecond, c.blow)
	for i := 0; i < n/10; i++ {
		if err := pipe(ctx, i); err != nil {
			log.Print(err)
		}
	}
	for i := 0; i < n*2/10; i++ {
		go rounds(ctx, time.Duration(400+i%11*90)*time.Millisecond)
	}
}

func ring(size int, rest time.Duration) {
	first := make(chan int)
	left := first
	for i := 0; i < size-1; i++ {
		right := make(chan int)
		go hand(left, right, rest)
		left = right
	}
	go hand(left, first, rest)
	go func() { first <- 0 }()
}

func hand(left <-chan int, right chan<- int, rest time.Duration) {
	for token := range left {
		time.Sleep(rest)
		steps.Add(1)
		right <- token + 1
	}
}

func (c *crew) blow(int) {
	c.mu.Lock()
	c.calls++
	c.mu.Unlock()
	c.horn.Broadcast()
}

func (c *crew) member() {
	seen := 0
	for {
		c.mu.Lock()
		for c.calls == seen {
			c.horn.Wait()
		}
		seen = c.calls
		c.mu.Unlock()
		steps.Add(1)
	}
}

func pipe(ctx context.Context, n int) error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	go func() {
		word := make([]byte, 8)
		for {
			if _, err := r.Read(word); err != nil {
				return
			}
			steps.Add(1)
		}
	}()
	boot.Every(ctx, time.Duration(700+n%9*80)*time.Millisecond, func(int) { _, _ = w.WriteString("go") })
	return nil
}

func rounds(ctx context.Context, rest time.Duration) {
	for ctx.Err() == nil {
		time.Sleep(rest)
		steps.Add(1)
	}
}
