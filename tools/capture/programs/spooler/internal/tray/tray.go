// Package tray is the pages that wait for a printer.
package tray

import (
	"sync"
	"time"
)

// Tray is a queue of pages.
type Tray struct {
	mu     sync.Mutex
	filled *sync.Cond
	pages  []int
	closed bool
}

// New is an empty tray.
func New() *Tray {
	t := &Tray{}
	t.filled = sync.NewCond(&t.mu)
	return t
}

// Put adds a page.
func (t *Tray) Put(page int) {
	t.mu.Lock()
	t.pages = append(t.pages, page)
	t.mu.Unlock()
	t.filled.Signal()
}

// Close lets the printers go.
func (t *Tray) Close() {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	t.filled.Broadcast()
}

// Printers starts n printers; they end when the tray is closed.
func (t *Tray) Printers(n int) *sync.WaitGroup {
	var running sync.WaitGroup
	for i := 0; i < n; i++ {
		running.Add(1)
		go func() {
			defer running.Done()
			for t.print() {
				time.Sleep(20 * time.Millisecond)
			}
		}()
	}
	return &running
}

func (t *Tray) print() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(t.pages) == 0 && !t.closed {
		t.filled.Wait()
	}
	if t.closed {
		return false
	}
	t.pages = t.pages[1:]
	return true
}
