// Package revisions watches a range of keys.
package revisions

import (
	"context"
	"errors"
	"time"
)

type watch struct {
	ctx    context.Context
	cancel context.CancelFunc
	raw    chan int
	result chan int
	failed chan error
}

func (w *watch) run() {
	go w.produce()
	go w.consume()
	select {
	case err := <-w.failed:
		w.result <- len(err.Error())
	case <-w.ctx.Done():
		w.cancel()
	}
}

func (w *watch) produce() {
	for i := 0; ; i++ {
		select {
		case w.raw <- i:
		case <-w.ctx.Done():
			return
		}
	}
}

func (w *watch) consume() {
	for {
		select {
		case e := <-w.raw:
			if e == 4 {
				w.failed <- errors.New("compacted")
				return
			}
			time.Sleep(time.Millisecond)
		case <-w.ctx.Done():
			return
		}
	}
}

// Open starts a watch.
func Open(ctx context.Context) <-chan int {
	w := &watch{raw: make(chan int), result: make(chan int, 1), failed: make(chan error, 1)}
	w.ctx, w.cancel = context.WithCancel(ctx)
	go w.run()
	return w.result
}

// Run watches until the first result.
func Run(int) { <-Open(context.Background()) }
