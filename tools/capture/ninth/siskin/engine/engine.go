// Package engine gives tasks to workers.
package engine

import (
	"context"
	"sync"
	"sync/atomic"
)

type task struct {
	number int
	result chan string
	failed chan error
}

// Engine has workers, each with a queue.
type Engine struct {
	ctx context.Context

	mu      sync.Mutex
	workers []*worker
	told    atomic.Int64
}

// New has n workers.
func New(ctx context.Context, n int) *Engine {
	e := &Engine{ctx: ctx}
	for i := 0; i < n; i++ {
		e.workers = append(e.workers, start(ctx))
	}
	return e
}

// Replace ends a worker and brings another in its place.
func (e *Engine) Replace(n int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	at := n % len(e.workers)
	e.workers[at].end()
	e.workers[at] = start(e.ctx)
}

// Execute queues a task and tells its outcome to tell, when there is one.
func (e *Engine) Execute(number int, tell func(outcome string)) {
	t := &task{number: number, result: make(chan string, 1), failed: make(chan error, 1)}
	e.mu.Lock()
	w := e.workers[number%len(e.workers)]
	e.mu.Unlock()
	go e.follow(t, tell)
	w.queue(t)
}

func (e *Engine) follow(t *task, tell func(outcome string)) {
	select {
	case result := <-t.result:
		tell(result)
	case err := <-t.failed:
		tell(err.Error())
	}
	e.told.Add(1)
}
