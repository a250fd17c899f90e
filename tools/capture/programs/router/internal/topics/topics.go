// Package topics hands messages to the subscribers of a topic in order.
package topics

import "sync"

// Message is one published body.
type Message struct {
	ID   int64
	Body []byte
}

// Topic is an ordered set of subscribers.
type Topic struct {
	mu   sync.Mutex
	subs []chan Message
}

// Table is all topics.
type Table struct{ topics []*Topic }

// NewTable makes n topics.
func NewTable(n int) *Table {
	t := &Table{}
	for i := 0; i < n; i++ {
		t.topics = append(t.topics, &Topic{})
	}
	return t
}

// Topic returns a topic by number.
func (t *Table) Topic(id int) *Topic { return t.topics[id%len(t.topics)] }

// Subscribe adds a subscriber.
func (t *Topic) Subscribe() chan Message {
	ch := make(chan Message, 8)
	t.mu.Lock()
	t.subs = append(t.subs, ch)
	t.mu.Unlock()
	return ch
}

// Unsubscribe removes a subscriber.
func (t *Topic) Unsubscribe(ch chan Message) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, sub := range t.subs {
		if sub == ch {
			t.subs = append(t.subs[:i], t.subs[i+1:]...)
			return
		}
	}
}

// Publish hands a message to all subscribers.
func (t *Topic) Publish(m Message) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, sub := range t.subs {
		t.deliver(sub, m)
	}
}

func (t *Topic) deliver(sub chan Message, m Message) {
	sub <- m
}

// Size says how many subscribers a topic has.
func (t *Topic) Size() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.subs)
}
