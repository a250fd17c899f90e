// Package canvas lends large buffers.
package canvas

import "sync"

// Canvas is a buffer.
type Canvas struct{ Pixels []byte }

// Pool has canvases of one size.
type Pool struct{ free sync.Pool }

// NewPool lends canvases of size bytes.
func NewPool(size int) *Pool {
	return &Pool{free: sync.Pool{New: func() interface{} { return &Canvas{Pixels: make([]byte, size)} }}}
}

// Borrow returns a canvas with whatever the last borrower left on it.
func (p *Pool) Borrow() *Canvas { return p.free.Get().(*Canvas) }

// Return takes it back.
func (p *Pool) Return(c *Canvas) { p.free.Put(c) }
