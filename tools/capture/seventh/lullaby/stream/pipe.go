// Package stream is the receiving end of a stream: a buffer, and readers that wait at it.
package stream

import (
	"bytes"
	"io"
	"sync"
	"time"
)

// Pipe is written by the multiplexer and read by one reader.
type Pipe struct {
	mu      sync.Mutex
	filled  *sync.Cond
	buf     *bytes.Buffer
	closed  bool
	timeout time.Duration
	until   time.Time
}

// NewPipe gives up a read after timeout.
func NewPipe(timeout time.Duration) *Pipe {
	p := &Pipe{buf: bytes.NewBuffer(make([]byte, 0, 4<<10)), timeout: timeout}
	p.filled = sync.NewCond(&p.mu)
	return p
}

// Read waits for something, for the end, or for the timeout.
func (p *Pipe) Read(target []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.until = time.Now().Add(p.timeout)
	for p.buf.Len() == 0 {
		if p.closed {
			return 0, io.EOF
		}
		if time.Now().After(p.until) {
			return 0, io.ErrNoProgress
		}
		p.broadcastAfter(time.Until(p.until))
		p.filled.Wait()
	}
	return p.buf.Read(target)
}

// broadcastAfter wakes the reader, so that it looks at the clock.
func (p *Pipe) broadcastAfter(d time.Duration) {
	time.AfterFunc(d, func() { p.filled.Broadcast() })
}

// Write adds a frame.
func (p *Pipe) Write(frame []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return 0, io.ErrClosedPipe
	}
	defer p.filled.Broadcast()
	return p.buf.Write(frame)
}

// Close ends the stream.
func (p *Pipe) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.filled.Broadcast()
}
