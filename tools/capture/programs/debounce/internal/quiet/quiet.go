// Package quiet calls a function when nothing has happened for a while.
package quiet

import "time"

// Quiet is one debounced function.
type Quiet struct {
	pause time.Duration
	timer *time.Timer
	call  func()
	done  chan struct{}
}

// New calls call after a pause.
func New(pause time.Duration, call func()) *Quiet {
	q := &Quiet{pause: pause, timer: time.NewTimer(pause), call: call, done: make(chan struct{})}
	go q.watch()
	return q
}

// Hit starts the pause again.
func (q *Quiet) Hit() { q.reset() }

// Close ends the watching.
func (q *Quiet) Close() { close(q.done) }

func (q *Quiet) reset() {
	if !q.timer.Stop() {
		<-q.timer.C
	}
	q.timer.Reset(q.pause)
}

func (q *Quiet) watch() {
	for {
		select {
		case <-q.timer.C:
			q.call()
		case <-q.done:
			return
		}
	}
}
