// Package broker passes messages of a topic to its subscribers.
package broker

import (
	"log"
	"net"
	"sync"
)

// Broker knows who is connected.
type Broker struct {
	mu     sync.RWMutex
	topics map[string]map[*session]struct{}
}

// New has nobody yet.
func New() *Broker { return &Broker{topics: make(map[string]map[*session]struct{})} }

// Accept takes connections until l is closed.
func (b *Broker) Accept(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go open(b, conn).read()
	}
}

// Publish hands text to the topic's subscribers; one that is far behind misses it.
func (b *Broker) Publish(topic, text string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for s := range b.topics[topic] {
		select {
		case s.out <- text:
		default:
		}
	}
}

func (b *Broker) join(topic string, s *session) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.topics[topic] == nil {
		b.topics[topic] = make(map[*session]struct{})
	}
	b.topics[topic][s] = struct{}{}
}

func (b *Broker) leave(topic string, s *session) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.topics[topic], s)
}
