// Package changes gives each caller the changes it asked for.
package changes

import (
	"context"
	"sync"
	"time"
)

// Watcher sends the changes that came before it, then those that come.
type Watcher struct {
	mu      sync.Mutex
	input   chan int
	result  chan int
	stopped bool
}

func newWatcher(ctx context.Context, initial []int) *Watcher {
	w := &Watcher{input: make(chan int, 10), result: make(chan int, 10)}
	go w.process(ctx, initial)
	return w
}

func (w *Watcher) process(ctx context.Context, initial []int) {
	defer close(w.result)
	for _, e := range initial {
		w.send(e)
	}
	for {
		select {
		case e, ok := <-w.input:
			if !ok {
				return
			}
			w.send(e)
		case <-ctx.Done():
			return
		}
	}
}

func (w *Watcher) send(e int) {
	w.result <- e * 2
}

// Stop ends it.
func (w *Watcher) Stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.stopped {
		w.stopped = true
		close(w.input)
	}
}

// Run stops a watcher with thirty changes before it.
func Run(int) {
	w := newWatcher(context.Background(), make([]int, 30))
	<-w.result
	time.Sleep(5 * time.Millisecond)
	w.Stop()
}
