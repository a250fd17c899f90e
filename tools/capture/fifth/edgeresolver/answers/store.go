// Package answers keeps answers for their time to live.
package answers

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

// Answer is what the upstream said.
type Answer struct {
	Name    string
	Message []byte
	Expires time.Time
}

type flight struct {
	landed chan struct{}
	answer *Answer
	err    error
}

// Store has answers by name, and in the order in which they expire.
type Store struct {
	ask     func(ctx context.Context, name string) (*Answer, error)
	max     int
	mu      sync.Mutex
	byName  map[string]*Answer
	byTime  queue
	flights map[string]*flight
}

// NewStore asks by ask and keeps at most max answers.
func NewStore(ask func(ctx context.Context, name string) (*Answer, error), max int) *Store {
	return &Store{ask: ask, max: max, byName: make(map[string]*Answer), flights: make(map[string]*flight)}
}

// Resolve returns the answer for name; those who ask at the same time wait for one question.
func (s *Store) Resolve(ctx context.Context, name string) (*Answer, error) {
	s.mu.Lock()
	if a, ok := s.byName[name]; ok && time.Now().Before(a.Expires) {
		s.mu.Unlock()
		return a, nil
	}
	f, ok := s.flights[name]
	if !ok {
		f = &flight{landed: make(chan struct{})}
		s.flights[name] = f
		s.mu.Unlock()
		s.fly(ctx, name, f)
		return f.answer, f.err
	}
	s.mu.Unlock()
	<-f.landed
	return f.answer, f.err
}

func (s *Store) fly(ctx context.Context, name string, f *flight) {
	defer close(f.landed)
	f.answer, f.err = s.ask(ctx, name)
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.flights, name)
	if f.err == nil {
		s.byName[name] = f.answer
		heap.Push(&s.byTime, f.answer)
		s.drop(len(s.byTime) - s.max)
	}
}

// Sweep forgets what has expired.
func (s *Store) Sweep(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.byTime) > 0 && s.byTime[0].Expires.Before(now) {
		s.drop(1)
	}
}

func (s *Store) drop(n int) {
	for ; n > 0; n-- {
		a := heap.Pop(&s.byTime).(*Answer)
		if s.byName[a.Name] == a {
			delete(s.byName, a.Name)
		}
	}
}

type queue []*Answer

func (q queue) Len() int            { return len(q) }
func (q queue) Less(i, j int) bool  { return q[i].Expires.Before(q[j].Expires) }
func (q queue) Swap(i, j int)       { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x interface{}) { *q = append(*q, x.(*Answer)) }

func (q *queue) Pop() interface{} {
	old := *q
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	return last
}
