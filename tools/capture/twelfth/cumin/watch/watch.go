// Package watch passes events to watchers, none of which makes the others wait.
package watch

import (
	"container/list"
	"sync"
)

// Event is anything.
type Event any

type sink struct {
	mu     sync.Mutex
	filled *sync.Cond
	events *list.List
	out    chan Event
	closed bool
}

// Queue has a sink for each watcher.
type Queue struct {
	mu    sync.RWMutex
	sinks map[*sink]struct{}
}

// NewQueue has no watchers.
func NewQueue() *Queue { return &Queue{sinks: make(map[*sink]struct{})} }

// Watch returns what is published from now on, until cancel is called.
func (q *Queue) Watch() (events <-chan Event, cancel func()) {
	s := &sink{events: list.New(), out: make(chan Event)}
	s.filled = sync.NewCond(&s.mu)
	q.mu.Lock()
	q.sinks[s] = struct{}{}
	q.mu.Unlock()
	go s.run()
	return s.out, func() {
		q.mu.Lock()
		delete(q.sinks, s)
		q.mu.Unlock()
		s.close()
	}
}

// Publish gives an event to all.
func (q *Queue) Publish(e Event) {
	q.mu.RLock()
	defer q.mu.RUnlock()
	for s := range q.sinks {
		s.write(e)
	}
}

func (s *sink) write(e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.events.PushBack(e)
	s.filled.Signal()
}

func (s *sink) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.filled.Signal()
}

func (s *sink) next() (Event, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.events.Len() == 0 && !s.closed {
		s.filled.Wait()
	}
	if s.closed {
		return nil, false
	}
	return s.events.Remove(s.events.Front()), true
}

func (s *sink) run() {
	for {
		e, open := s.next()
		if !open {
			close(s.out)
			return
		}
		s.out <- e
	}
}
