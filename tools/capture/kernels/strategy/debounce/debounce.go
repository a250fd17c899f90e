// Package debounce puts changes together.
package debounce

import (
	"context"
	"time"
)

// Worker runs one function.
type Worker struct {
	ctx    context.Context
	cancel context.CancelFunc
}

// Start runs it.
func (w *Worker) Start(run func(ctx context.Context)) {
	w.ctx, w.cancel = context.WithCancel(context.Background())
	go func() {
		run(w.ctx)
	}()
}

// Strategy waits until changes pause.
type Strategy struct {
	timer  *time.Timer
	quiet  time.Duration
	reset  chan struct{}
	worker Worker
}

// OnChange starts the wait or restarts it.
func (s *Strategy) OnChange() {
	if s.timer == nil {
		s.start()
		return
	}
	s.reset <- struct{}{}
}

func (s *Strategy) start() {
	s.timer = time.NewTimer(s.quiet)
	s.worker.Start(func(ctx context.Context) {
		for {
			select {
			case <-s.timer.C:
			case <-s.reset:
				if !s.timer.Stop() {
					<-s.timer.C
				}
				s.timer.Reset(s.quiet)
			case <-ctx.Done():
				s.timer.Stop()
				return
			}
		}
	})
}

// Run reports changes with pauses.
func Run(int) {
	s := &Strategy{quiet: 5 * time.Millisecond, reset: make(chan struct{}, 1)}
	go func() {
		for i := 0; i < 100; i++ {
			s.OnChange()
			time.Sleep(20 * time.Millisecond)
		}
	}()
}
