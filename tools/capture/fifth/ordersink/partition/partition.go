// Package partition consumes one partition: it fetches, decodes, books and remembers how far it came.
package partition

import (
	"context"
	"encoding/binary"
	"sync"
	"sync/atomic"
	"time"
)

var booked uint64

type consumer struct {
	number  int
	buffer  []byte
	fetched chan []byte
	orders  chan uint64
	offset  uint64
}

// Consume returns after ctx has ended and all that was fetched is booked.
func Consume(ctx context.Context, number int) {
	c := &consumer{number: number, buffer: make([]byte, 48<<10), fetched: make(chan []byte), orders: make(chan uint64, 16)}
	var wg sync.WaitGroup
	wg.Add(3)
	go c.fetch(ctx, &wg)
	go c.decode(&wg)
	go c.commit(ctx, &wg)
	for order := range c.orders {
		atomic.AddUint64(&booked, order&1)
		atomic.AddUint64(&c.offset, 1)
	}
	wg.Wait()
}

func (c *consumer) fetch(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	defer close(c.fetched)
	wait := time.NewTimer(time.Duration(100+c.number*29) * time.Millisecond)
	defer wait.Stop()
	for n := 0; ; n++ {
		select {
		case <-wait.C:
		case <-ctx.Done():
			return
		}
		for at := 0; at < 256; at += 8 {
			binary.BigEndian.PutUint64(c.buffer[at:], uint64(n*at+c.number))
		}
		c.fetched <- c.buffer[:256]
		wait.Reset(time.Duration(1500+(c.number*131+n*17)%2500) * time.Millisecond)
	}
}

func (c *consumer) decode(wg *sync.WaitGroup) {
	defer wg.Done()
	defer close(c.orders)
	for message := range c.fetched {
		for at := 0; at+8 <= len(message); at += 32 {
			c.orders <- binary.BigEndian.Uint64(message[at:])
		}
	}
}

func (c *consumer) commit(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	clock := time.NewTicker(5 * time.Second)
	defer clock.Stop()
	var kept uint64
	for {
		select {
		case <-clock.C:
			kept = atomic.LoadUint64(&c.offset)
		case <-ctx.Done():
			atomic.StoreUint64(&c.offset, kept)
			return
		}
	}
}
