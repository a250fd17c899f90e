// Package provider runs tasks.
package provider

import (
	"sync"

	"go.firecrest.example/nodes/firecrest/task"
)

// Provider can run a task and remove it.
type Provider interface {
	Run(t *task.Task)
	Remove(t *task.Task)
	State(name string) (string, bool)
}

// Local runs them here.
type Local struct {
	mu    sync.RWMutex
	tasks map[string]*task.Task
}

// NewLocal runs none.
func NewLocal() *Local { return &Local{tasks: make(map[string]*task.Task)} }

// Run begins a task.
func (l *Local) Run(t *task.Task) {
	l.mu.Lock()
	defer l.mu.Unlock()
	t.State = "running"
	l.tasks[t.Name] = t
}

// Remove ends a task.
func (l *Local) Remove(t *task.Task) {
	l.mu.Lock()
	defer l.mu.Unlock()
	t.State = "removed"
	delete(l.tasks, t.Name)
}

// State tells how a task is.
func (l *Local) State(name string) (string, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	t, found := l.tasks[name]
	if !found {
		return "", false
	}
	return t.State, true
}
