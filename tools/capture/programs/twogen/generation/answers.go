// Package generation keeps answers for one generation after their own.
package generation

import (
	"bytes"
	"sync"
)

// Answers are of this generation or the last.
type Answers struct {
	mu         sync.Mutex
	young, old map[string][]byte
}

// New has no answers.
func New() *Answers { return &Answers{young: map[string][]byte{}, old: map[string][]byte{}} }

// Age begins a generation.
func (a *Answers) Age() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.old, a.young = a.young, make(map[string][]byte, len(a.young))
}

// Get answers a question.
func (a *Answers) Get(question string) []byte {
	a.mu.Lock()
	defer a.mu.Unlock()
	if known, ok := a.young[question]; ok {
		return known
	}
	answer, ok := a.old[question]
	if !ok {
		answer = bytes.Repeat([]byte(question), 150)
	}
	a.young[question] = answer
	return answer
}
