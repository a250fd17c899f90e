// Package square is where everybody hears everybody.
package square

import "sync"

// Word is what one says.
type Word struct{ Square, Number int }

// Square has listeners.
type Square struct {
	number    int
	mu        sync.Mutex
	listeners map[chan Word]bool
}

// New is a square without anybody.
func New(number int) *Square { return &Square{number: number, listeners: make(map[chan Word]bool)} }

// Join returns the channel one hears by.
func (s *Square) Join() chan Word {
	s.mu.Lock()
	defer s.mu.Unlock()
	words := make(chan Word)
	s.listeners[words] = true
	return words
}

// Leave ends that.
func (s *Square) Leave(words chan Word) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.listeners, words)
}

// Say tells all who are there.
func (s *Square) Say(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tell(Word{Square: s.number, Number: n})
}

func (s *Square) tell(word Word) {
	for words := range s.listeners {
		words <- word
	}
}
