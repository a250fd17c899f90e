// Package stream has streams of movements and those who consume them.
package stream

import (
	"sync"
	"time"
)

// Stream has movements, numbered.
type Stream struct {
	mu        sync.Mutex
	number    int
	first     int
	last      int
	consumers []*Consumer
}

// Consumer goes through a stream.
type Consumer struct {
	mu     sync.Mutex
	stream *Stream
	acked  int
}

// New has consumers.
func New(number, consumers int) *Stream {
	s := &Stream{number: number}
	for i := 0; i < consumers; i++ {
		s.consumers = append(s.consumers, &Consumer{stream: s})
	}
	return s
}

// Consumer returns one of them.
func (s *Stream) Consumer(n int) *Consumer { return s.consumers[n%len(s.consumers)] }

// Add adds a movement.
func (s *Stream) Add(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
}

// Trim drops what all consumers have acknowledged.
func (s *Stream) Trim() {
	s.mu.Lock()
	defer s.mu.Unlock()
	write()
	low := s.last
	for _, c := range s.consumers {
		if at := c.position(); at < low {
			low = at
		}
	}
	s.first = low
}

func (c *Consumer) position() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.acked
}

// Acknowledge notes how far the consumer has come.
func (c *Consumer) Acknowledge(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.acked++
	write()
	c.stream.bound(c)
}

// bound keeps a consumer within the stream; c is locked.
func (s *Stream) bound(c *Consumer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.acked < s.first {
		c.acked = s.first
	}
	if c.acked > s.last {
		c.acked = s.last
	}
}

func write() { time.Sleep(40 * time.Millisecond) }
