// Package intern keeps one copy of each string.
package intern

import "sync"

// Pool has the strings.
type Pool struct {
	mu   sync.Mutex
	held map[string]string
}

// NewPool is empty.
func NewPool() *Pool { return &Pool{held: make(map[string]string)} }

// String returns the pool's copy of text.
func (p *Pool) String(text []byte) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s, ok := p.held[string(text)]; ok {
		return s
	}
	s := string(text)
	p.held[s] = s
	return s
}
