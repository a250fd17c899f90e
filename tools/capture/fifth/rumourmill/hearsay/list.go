// Package hearsay is a list that one may wait at.
package hearsay

import "sync"

// Item is one saying and knows what was said next.
type Item[T any] struct {
	Said T
	list *List[T]
	next *Item[T]
}

// List is what was said.
type List[T any] struct {
	mu    sync.Mutex
	grown *sync.Cond
	front *Item[T]
	back  *Item[T]
	size  int
	limit int
}

// NewList keeps the last limit items.
func NewList[T any](limit int) *List[T] {
	l := &List[T]{limit: limit}
	l.grown = sync.NewCond(&l.mu)
	return l
}

// Push says something.
func (l *List[T]) Push(said T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	item := &Item[T]{Said: said, list: l}
	if l.back == nil {
		l.front = item
	} else {
		l.back.next = item
	}
	l.back = item
	if l.size++; l.size > l.limit {
		l.front = l.front.next
		l.size--
	}
	l.grown.Broadcast()
}

// WaitFront returns the oldest item, as soon as there is one.
func (l *List[T]) WaitFront() *Item[T] {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.front == nil {
		l.grown.Wait()
	}
	return l.front
}

// WaitNext returns what was said after i, as soon as there is something.
func (i *Item[T]) WaitNext() *Item[T] {
	i.list.mu.Lock()
	defer i.list.mu.Unlock()
	for i.next == nil {
		i.list.grown.Wait()
	}
	return i.next
}
