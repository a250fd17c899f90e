// Package pin keeps a client on one address.
package pin

import (
	"sync"
	"time"
)

// Picker says which addresses to use.
type Picker struct {
	mu     sync.RWMutex
	all    []string
	pinned string
	notify chan []string
	closed bool
}

type wire struct{ down func() }

// Up pins the address when none is; what it returns takes that back.
func (p *Picker) Up(address string) func() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return func() {}
	}
	if p.pinned == "" {
		p.pinned = address
		p.notify <- []string{address}
	}
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.pinned == address {
			p.pinned = ""
			p.notify <- p.all
		}
	}
}

// Close ends the picker.
func (p *Picker) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	close(p.notify)
}

// Run closes while an address goes down.
func Run(int) {
	p := &Picker{all: []string{"a", "b", "c"}, notify: make(chan []string, 1)}
	w := &wire{down: p.Up("a")}
	go func() {
		w.down()
	}()
	time.Sleep(15 * time.Millisecond)
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		p.Close()
	}()
	<-closed
}
