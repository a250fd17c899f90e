// Package gochannel carries messages within the process.
package gochannel

import "sync"

// Subscriber hears one topic.
type Subscriber struct {
	Messages chan []byte
	topic    string
	leave    func(*Subscriber)
}

// GoChannel has those who hear by topic.
type GoChannel struct {
	locks sync.Map
	mu    sync.RWMutex
	hear  map[string][]*Subscriber
}

// New has none.
func New() *GoChannel { return &GoChannel{hear: make(map[string][]*Subscriber)} }

func (g *GoChannel) lockOf(topic string) *sync.Mutex {
	lock, _ := g.locks.LoadOrStore(topic, &sync.Mutex{})
	return lock.(*sync.Mutex)
}

// Subscribe hears a topic.
func (g *GoChannel) Subscribe(topic string) *Subscriber {
	lock := g.lockOf(topic)
	lock.Lock()
	defer lock.Unlock()
	s := &Subscriber{Messages: make(chan []byte, 1), topic: topic, leave: g.remove}
	g.add(s)
	return s
}

func (g *GoChannel) add(s *Subscriber) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.hear[s.topic] = append(g.hear[s.topic], s)
}

func (g *GoChannel) remove(s *Subscriber) {
	g.mu.Lock()
	defer g.mu.Unlock()
	hear := g.hear[s.topic]
	for i, other := range hear {
		if other == s {
			g.hear[s.topic] = append(hear[:i], hear[i+1:]...)
			return
		}
	}
}

// Leave hears no more.
func (s *Subscriber) Leave() { s.leave(s) }

// Publish tells those who hear.
func (g *GoChannel) Publish(topic string, message []byte) {
	lock := g.lockOf(topic)
	lock.Lock()
	defer lock.Unlock()
	g.mu.RLock()
	defer g.mu.RUnlock()
	for _, s := range g.hear[topic] {
		select {
		case s.Messages <- message:
		default:
		}
	}
}
