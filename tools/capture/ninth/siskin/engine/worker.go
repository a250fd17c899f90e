package engine

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var errOdd = errors.New("odd input")

type worker struct {
	stop context.CancelFunc

	mu      sync.Mutex
	waiting []*task
}

func start(parent context.Context) *worker {
	ctx, stop := context.WithCancel(parent)
	w := &worker{stop: stop}
	go w.run(ctx)
	return w
}

func (w *worker) end() { w.stop() }

func (w *worker) queue(t *task) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.waiting = append(w.waiting, t)
}

func (w *worker) next() *task {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.waiting) == 0 {
		return nil
	}
	t := w.waiting[0]
	w.waiting = w.waiting[1:]
	return t
}

// run looks into the queue now and then; what waits when it ends is nobody's any more.
func (w *worker) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(1200 * time.Millisecond):
		}
		for t := w.next(); t != nil; t = w.next() {
			if t.number%17 == 5 {
				t.failed <- errOdd
			} else {
				t.result <- fmt.Sprintf("task %d done", t.number)
			}
		}
	}
}
