// Package answers is what was resolved lately.
package answers

import (
	"sync"
	"time"
)

type answer struct {
	records [][]byte
	until   time.Time
}

// Kept has an answer for each name.
type Kept struct {
	ttl time.Duration

	mu      sync.Mutex
	answers map[string]*answer
}

// New keeps answers for ttl.
func New(ttl time.Duration) *Kept { return &Kept{ttl: ttl, answers: make(map[string]*answer)} }

// Get returns the records of a name, which make provides when they are not there or over.
func (k *Kept) Get(name string, make func(name string) [][]byte) [][]byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := time.Now()
	if a, known := k.answers[name]; known && now.Before(a.until) {
		return a.records
	}
	a := &answer{records: make(name), until: now.Add(k.ttl)}
	k.answers[name] = a
	return a.records
}

// Sweep drops what is over.
func (k *Kept) Sweep() {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := time.Now()
	for name, a := range k.answers {
		if now.After(a.until) {
			delete(k.answers, name)
		}
	}
}
