// Package store keeps carts and writes them behind through a small pool.
package store

import (
	"context"
	"encoding/json"
	"log"
	"sync"
	"time"
)

// Line is one article in a cart.
type Line struct {
	SKU   string
	Count int
	Cents int64
}

// Carts is a bounded set of carts.
type Carts struct {
	mu    sync.Mutex
	carts map[int][]Line
	dirty chan int
}

// Open starts the writers.
func Open(ctx context.Context, writers int) *Carts {
	c := &Carts{carts: make(map[int][]Line), dirty: make(chan int, 64)}
	for i := 0; i < writers; i++ {
		go c.writeBehind(ctx)
	}
	go c.report(ctx)
	return c
}

// Add puts a line into a cart; a cart holds the last twenty.
func (c *Carts) Add(id int, line Line) {
	c.mu.Lock()
	lines := append(c.carts[id], line)
	if len(lines) > 20 {
		lines = append([]Line(nil), lines[len(lines)-20:]...)
	}
	c.carts[id] = lines
	c.mu.Unlock()
	select {
	case c.dirty <- id:
	default:
	}
}

// Lines copies a cart's lines.
func (c *Carts) Lines(id int) []Line {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]Line(nil), c.carts[id]...)
}

func (c *Carts) writeBehind(ctx context.Context) {
	for {
		select {
		case id := <-c.dirty:
			if _, err := json.Marshal(c.Lines(id)); err != nil {
				log.Printf("store: %v", err)
			}
		case <-ctx.Done():
			return
		}
	}
}

func (c *Carts) report(ctx context.Context) {
	tick := time.NewTicker(15 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			c.mu.Lock()
			open := len(c.carts)
			c.mu.Unlock()
			log.Printf("store: carts=%d", open)
		case <-ctx.Done():
			return
		}
	}
}
