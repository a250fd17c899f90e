// Package matching brings tasks and workers together.
package matching

import (
	"fmt"

	"flows.example/lavender/taskqueue"
)

// Engine knows how many polls found nothing.
type Engine struct {
	manager *taskqueue.Manager
	empty   int
	done    int
}

// New matches what a manager has.
func New(m *taskqueue.Manager) *Engine { return &Engine{manager: m} }

// Poll is poll n of a worker, after a task has come.
func (e *Engine) Poll(n int) {
	queue := n * 11 % 120
	e.manager.Offer(queue, &taskqueue.Task{ID: fmt.Sprint("task-", n), Input: make([]byte, 700)})
	for i := 0; i < 2; i++ {
		ctx := e.manager.Child(fmt.Sprintf("worker-%d@host-%d.internal/pid-%d", n%400, n%37, n))
		if _, err := e.manager.Get(ctx, queue); err != nil {
			e.empty++
			continue
		}
		e.done++
	}
}
