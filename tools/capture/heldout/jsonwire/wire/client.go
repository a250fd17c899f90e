// Package wire is a client with many calls under way at a time.
package wire

import (
	"context"
	"fmt"
	"sync"
)

type pending struct {
	id     int
	params []byte
	reply  chan string
}

// Client numbers its calls.
type Client struct {
	mu      sync.Mutex
	next    int
	pending map[int]*pending
	out     chan int
}

// NewClient starts the connection.
func NewClient(ctx context.Context) *Client {
	c := &Client{pending: map[int]*pending{}, out: make(chan int, 256)}
	go c.pump(ctx)
	return c
}

// pump answers all calls but those for blocks the node does not have.
func (c *Client) pump(ctx context.Context) {
	for {
		select {
		case id := <-c.out:
			if id%5 == 2 {
				continue
			}
			c.mu.Lock()
			p := c.pending[id]
			delete(c.pending, id)
			c.mu.Unlock()
			if p != nil {
				p.reply <- "ok"
			}
		case <-ctx.Done():
			return
		}
	}
}

func (c *Client) register(method string, block int) *pending {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.next++
	p := &pending{id: c.next, params: fmt.Appendf(make([]byte, 0, 2048), "%s %d", method, block), reply: make(chan string, 1)}
	c.pending[p.id] = p
	return p
}

// Call waits for the reply or the end of the context.
func (c *Client) Call(ctx context.Context, method string, block int) (string, error) {
	p := c.register(method, block)
	c.out <- p.id
	select {
	case text := <-p.reply:
		return text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
