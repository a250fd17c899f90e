// Package drain is a queue of messages.
package drain

import (
	"container/list"
	"sync"
)

type message struct {
	number  int
	payload []byte
}

// Queue is first in, first out.
type Queue struct {
	mu       sync.Mutex
	messages *list.List
	stored   int
}

// NewQueue returns an empty queue.
func NewQueue() *Queue { return &Queue{messages: list.New()} }

// Put appends a message.
func (q *Queue) Put(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.messages.PushBack(&message{number: n, payload: make([]byte, 2000)})
}

// Take stores up to n messages.
func (q *Queue) Take(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for ; n > 0 && q.messages.Len() > 0; n-- {
		m := q.messages.Remove(q.messages.Front()).(*message)
		q.stored += len(m.payload)
	}
}
