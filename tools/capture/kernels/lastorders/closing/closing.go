// Package closing stops the tasks of a node in order.
package closing

import (
	"sync"
	"time"
)

// Halter counts tasks and stops them.
type Halter struct {
	mu     sync.Mutex
	ending bool
	tasks  sync.WaitGroup
	halted chan struct{}
}

// Begin counts a task unless all is ending.
func (h *Halter) Begin() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ending {
		return false
	}
	h.tasks.Add(1)
	return true
}

// Halt waits for the tasks.
func (h *Halter) Halt() {
	h.mu.Lock()
	h.ending = true
	h.mu.Unlock()
	h.tasks.Wait()
	close(h.halted)
}

func (h *Halter) task(length time.Duration) {
	if !h.Begin() {
		return
	}
	defer h.tasks.Done()
	time.Sleep(length)
}

// Run halts with six tasks under way.
func Run(int) {
	h := &Halter{halted: make(chan struct{})}
	for i := 0; i < 6; i++ {
		go h.task(time.Duration(2+2*i) * time.Second)
	}
	time.Sleep(100 * time.Millisecond)
	go h.Halt()
	<-h.halted
}
