// Package logtail follows a container's log.
package logtail

import (
	"sync"
	"time"
)

type event int

const ignored event = 7

type watcher struct {
	events chan event
	mu     sync.Mutex
	cond   *sync.Cond
	paths  map[string]bool
	kernel chan event
}

func open() *watcher {
	w := &watcher{events: make(chan event), paths: map[string]bool{"log": true}, kernel: make(chan event, 4)}
	w.cond = sync.NewCond(&w.mu)
	return w
}

func (w *watcher) read() {
	for e := range w.kernel {
		if !e.ignore(w) {
			w.events <- e
		}
	}
}

func (e event) ignore(w *watcher) bool {
	if e == ignored {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.paths, "log")
		w.cond.Broadcast()
		return true
	}
	return false
}

// Remove waits until the path is known to be gone.
func (w *watcher) Remove(name string) {
	w.kernel <- ignored
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.paths[name] {
		w.cond.Wait()
	}
}

// Logger has readers that are told to close.
type Logger struct{ closing chan struct{} }

func follow(l *Logger) {
	w := open()
	go w.read()
	w.kernel <- 1
	time.Sleep(10 * time.Millisecond)
	<-l.closing
	w.Remove("log")
}

// Run follows a log that closes.
func Run(int) {
	l := &Logger{closing: make(chan struct{})}
	go follow(l)
	close(l.closing)
}
