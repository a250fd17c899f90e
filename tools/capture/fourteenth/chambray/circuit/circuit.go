// Package circuit sends parts within a window: no more are under way than the other end has room for.
package circuit

import (
	"sync"
	"time"
)

// Window is how many bytes may be under way.
const Window = 16 << 10

const pace = 3 * time.Millisecond

// Circuit is one way.
type Circuit struct {
	mu       sync.Mutex
	room     *sync.Cond
	underway int
	sent     int
	parts    chan []byte
	acks     chan int
}

// New has a way of parts there and one of receipts back.
func New() *Circuit {
	c := &Circuit{parts: make(chan []byte, 8), acks: make(chan int, 8)}
	c.room = sync.NewCond(&c.mu)
	return c
}

// Send puts a part on its way, when there is room for it.
func (c *Circuit) Send(part []byte) {
	if c.full(len(part)) {
		c.flush()
		time.Sleep(pace)
		c.mu.Lock()
		c.room.Wait()
		c.mu.Unlock()
	}
	c.mu.Lock()
	c.underway += len(part)
	c.sent += len(part)
	c.mu.Unlock()
	c.parts <- part
}

func (c *Circuit) full(more int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.underway+more > Window
}

// flush asks for a receipt of all that was sent.
func (c *Circuit) flush() { c.parts <- nil }

// Received tells that bytes have come to the other end.
func (c *Circuit) Received(bytes int) {
	c.mu.Lock()
	c.underway -= bytes
	c.mu.Unlock()
	c.room.Signal()
}

// Parts are what comes out; nil asks for a receipt.
func (c *Circuit) Parts() <-chan []byte { return c.parts }

// Close ends the circuit.
func (c *Circuit) Close() { close(c.parts) }
