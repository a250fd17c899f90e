// Package rules holds what is suspicious.
package rules

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type rule struct {
	pattern string
	weights [80]float64
}

// Book finds rules by their number.
type Book struct {
	mu    sync.RWMutex
	rules map[int]*rule
}

// NewBook returns an empty book.
func NewBook() *Book { return &Book{rules: map[int]*rule{}} }

// Load reads total rules, evenly over a duration.
func (b *Book) Load(ctx context.Context, total int, over time.Duration) {
	const steps = 400
	for n := 0; n < total && ctx.Err() == nil; n++ {
		b.mu.Lock()
		b.rules[n] = &rule{pattern: fmt.Sprintf("iban-%d", n)}
		b.mu.Unlock()
		if n%(total/steps) == 0 {
			time.Sleep(over / steps)
		}
	}
}

// Judge says whether any rule matches.
func (b *Book) Judge(payment int) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	r, ok := b.rules[payment%50000]
	return ok && r.weights[0] > 0.5
}
