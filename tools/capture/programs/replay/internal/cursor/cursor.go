// Package cursor hands out a log's events one by one.
package cursor

import "sync"

// Event is one entry of a log.
type Event struct {
	Log, Offset int
	Body        [256]byte
}

// Cursor is a position in a log.
type Cursor struct {
	Events chan Event
	closed chan struct{}
	once   sync.Once
}

// Open starts at the beginning of a log of n events.
func Open(log, n int) *Cursor {
	c := &Cursor{Events: make(chan Event), closed: make(chan struct{})}
	go c.feed(log, n)
	return c
}

// Close ends the cursor.
func (c *Cursor) Close() { c.once.Do(func() { close(c.closed) }) }

func (c *Cursor) feed(log, n int) {
	defer close(c.Events)
	for offset := 0; offset < n; offset++ {
		select {
		case c.Events <- Event{Log: log, Offset: offset}:
		case <-c.closed:
			return
		}
	}
}
