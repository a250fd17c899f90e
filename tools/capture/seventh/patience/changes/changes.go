// Package changes has a version for each topic.
package changes

import "sync"

type topic struct {
	version int
	next    chan struct{}
}

// Feed has topics by number.
type Feed struct {
	mu     sync.Mutex
	topics []*topic
}

// New has n topics.
func New(n int) *Feed {
	f := &Feed{}
	for i := 0; i < n; i++ {
		f.topics = append(f.topics, &topic{next: make(chan struct{})})
	}
	return f
}

// Change makes a new version of a topic and wakes all who wait for it.
func (f *Feed) Change(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	t := f.topics[n]
	t.version++
	close(t.next)
	t.next = make(chan struct{})
}

// Version returns the version of a topic, and what is closed at the next.
func (f *Feed) Version(n int) (int, <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.topics[n].version, f.topics[n].next
}
