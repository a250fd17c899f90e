// Package broker brings messages of topics to subscribers.
package broker

import "sync"

// Message is what is told.
type Message struct {
	Topic, Text string
}

// Subscriber hears messages.
type Subscriber struct {
	id       int64
	messages chan *Message
	topics   map[string]bool
	once     sync.Once
}

// Broker has topics.
type Broker struct {
	mu          sync.RWMutex
	next        int64
	subscribers map[int64]*Subscriber
	topics      map[string]map[int64]*Subscriber
}

// New has no topics.
func New() *Broker {
	return &Broker{subscribers: make(map[int64]*Subscriber), topics: make(map[string]map[int64]*Subscriber)}
}

func newSubscriber(id int64) *Subscriber {
	return &Subscriber{id: id, messages: make(chan *Message, 256), topics: make(map[string]bool)}
}

// Messages are those of its topics.
func (s *Subscriber) Messages() <-chan *Message { return s.messages }

// Attach makes a subscriber.
func (b *Broker) Attach() *Subscriber {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	s := newSubscriber(b.next)
	b.subscribers[s.id] = s
	return s
}

// Subscribe adds a topic.
func (b *Broker) Subscribe(s *Subscriber, topic string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.topics[topic] == nil {
		b.topics[topic] = make(map[int64]*Subscriber)
	}
	b.topics[topic][s.id] = s
	s.topics[topic] = true
}

// Detach ends a subscriber.
func (b *Broker) Detach(s *Subscriber) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for topic := range s.topics {
		delete(b.topics[topic], s.id)
	}
	s.once.Do(func() { close(s.messages) })
}

// Broadcast tells a topic.
func (b *Broker) Broadcast(topic, text string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, s := range b.topics[topic] {
		select {
		case s.messages <- &Message{Topic: topic, Text: text}:
		default:
		}
	}
}
