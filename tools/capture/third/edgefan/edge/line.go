// Package edge has the long connections of clients and the calls on them.
package edge

import (
	"context"
	"sync/atomic"
	"time"
)

// Line is a connection; it is the context of its calls.
type Line struct {
	from   string
	closed chan struct{}
	pings  int64
}

// Open returns a line.
func Open(from string) *Line { return &Line{from: from, closed: make(chan struct{})} }

// Deadline says that there is none.
func (l *Line) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done is closed with the line.
func (l *Line) Done() <-chan struct{} { return l.closed }

// Err says why.
func (l *Line) Err() error {
	select {
	case <-l.closed:
		return context.Canceled
	default:
		return nil
	}
}

// Value knows where the line comes from.
func (l *Line) Value(key interface{}) interface{} {
	if key == "from" {
		return l.from
	}
	return nil
}

// Ping notes that the client is there.
func (l *Line) Ping() { atomic.AddInt64(&l.pings, 1) }

// Call is a call on a line.
type Call struct {
	number int
	ctx    context.Context
	cancel context.CancelFunc
	answer [256]byte
}

// Begin starts a call that ends with its line at the latest.
func (l *Line) Begin(number int) *Call {
	c := &Call{number: number}
	c.ctx, c.cancel = context.WithCancel(l)
	return c
}

// Context is that of the call.
func (c *Call) Context() context.Context { return c.ctx }

// Abort ends a call that failed.
func (c *Call) Abort() { c.cancel() }

// Finish ends a call that has its answer.
func (c *Call) Finish() { c.answer[0] = byte(c.number) }
