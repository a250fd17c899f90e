// Package feed brings values to all who hear.
package feed

import "sync"

// Dispatcher knows who hears.
type Dispatcher[T any] struct {
	mu            sync.Mutex
	subscriptions []*Subscription[T]
}

// Subscription is one who hears.
type Subscription[T any] struct {
	channel    chan T
	dispatcher *Dispatcher[T]
}

// Subscribe hears with so much room.
func (d *Dispatcher[T]) Subscribe(capacity int) *Subscription[T] {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := &Subscription[T]{channel: make(chan T, capacity), dispatcher: d}
	d.subscriptions = append(d.subscriptions, s)
	return s
}

// Fire brings a value to those who have room.
func (d *Dispatcher[T]) Fire(value T) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, s := range d.subscriptions {
		select {
		case s.channel <- value:
		default:
		}
	}
}

// Channel has the values.
func (s *Subscription[T]) Channel() <-chan T { return s.channel }

// Unsubscribe hears no more.
func (s *Subscription[T]) Unsubscribe() {
	if s.dispatcher == nil {
		return
	}
	s.dispatcher.remove(s)
}

func (d *Dispatcher[T]) remove(s *Subscription[T]) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s.dispatcher != nil {
		return
	}
	for i, other := range d.subscriptions {
		if other == s {
			d.subscriptions = append(d.subscriptions[:i], d.subscriptions[i+1:]...)
			return
		}
	}
}
