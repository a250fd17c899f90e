// Package process is something that runs and is torn down once.
package process

import (
	"context"
	"sync"
)

// Process is closed by its owner or by its context.
type Process struct {
	teardown func()
	once     sync.Once
	closed   chan struct{}
}

// WithContext makes a process that is closed when ctx ends.
func WithContext(ctx context.Context, teardown func()) *Process {
	p := &Process{teardown: teardown, closed: make(chan struct{})}
	go p.closeWith(ctx)
	return p
}

// closeWith closes the process after its context; Close is harmless if the owner was first.
func (p *Process) closeWith(ctx context.Context) {
	<-ctx.Done()
	p.Close()
}

// Close tears down.
func (p *Process) Close() {
	p.once.Do(func() {
		p.teardown()
		close(p.closed)
	})
}

// Closed is closed after the teardown.
func (p *Process) Closed() <-chan struct{} { return p.closed }
