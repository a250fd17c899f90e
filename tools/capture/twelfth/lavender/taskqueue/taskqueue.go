// Package taskqueue has tasks by queue.
package taskqueue

import (
	"context"
	"fmt"
	"sync"
)

type identity struct{}

// Task is what a worker is to do.
type Task struct {
	ID    string
	Input []byte
}

// Manager lives as long as the service.
type Manager struct {
	ctx    context.Context
	mu     sync.Mutex
	queues map[int][]*Task
}

// New lives as long as a context.
func New(ctx context.Context) *Manager {
	return &Manager{ctx: ctx, queues: make(map[int][]*Task)}
}

// Offer puts a task into a queue, which has at most eight.
func (m *Manager) Offer(queue int, t *Task) {
	m.mu.Lock()
	defer m.mu.Unlock()
	tasks := append(m.queues[queue], t)
	if len(tasks) > 8 {
		tasks = append(tasks[:0], tasks[len(tasks)-8:]...)
	}
	m.queues[queue] = tasks
}

// Child is a context for one poll, which the manager's end cancels.
func (m *Manager) Child(worker string) context.Context {
	ctx := context.WithValue(m.ctx, identity{}, worker)
	ctx, _ = context.WithCancel(ctx) //nolint:govet // ends with the manager
	return ctx
}

// Get takes a task out of a queue.
func (m *Manager) Get(ctx context.Context, queue int) (*Task, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tasks := m.queues[queue]
	if len(tasks) == 0 {
		return nil, fmt.Errorf("taskqueue: %v found %d empty", ctx.Value(identity{}), queue)
	}
	m.queues[queue] = tasks[1:]
	return tasks[0], nil
}
