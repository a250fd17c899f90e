// Package quiesce stops the tasks of a node in order.
package quiesce

import (
	"sync"
	"time"
)

// Halter counts tasks and workers and stops them.
type Halter struct {
	mu      sync.Mutex
	tasks   sync.WaitGroup
	workers sync.WaitGroup
	halted  chan struct{}
}

// Begin counts a task.
func (h *Halter) Begin() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tasks.Add(1)
	return true
}

// Halted is closed when all tasks have ended.
func (h *Halter) Halted() <-chan struct{} { return h.halted }

// Halt waits for tasks, then for workers.
func (h *Halter) Halt() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tasks.Wait()
	close(h.halted)
	h.workers.Wait()
}

// Run has two workers, one of which begins its task late, and halts them.
func Run(int) {
	h := &Halter{halted: make(chan struct{})}
	for i := 0; i < 2; i++ {
		h.workers.Add(1)
		late := time.Duration(i) * 80 * time.Millisecond
		go func() {
			defer h.workers.Done()
			time.Sleep(late)
			h.Begin()
			<-h.Halted()
		}()
	}
	time.Sleep(40 * time.Millisecond)
	h.Halt()
}
