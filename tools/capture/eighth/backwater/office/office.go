// Package office has a pile of letters and who sorts it.
package office

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type letter struct {
	to   string
	text [1800]byte
}

// Pile is letters in their order.
type Pile struct {
	mu      sync.Mutex
	letters []*letter
	sorted  map[string]int
}

// New is empty.
func New() *Pile { return &Pile{sorted: make(map[string]int)} }

// Add puts letters on the pile.
func (p *Pile) Add(first, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := 0; i < n; i++ {
		p.letters = append(p.letters, &letter{to: fmt.Sprintf("street %d", (first+i)%800)})
	}
}

// Sort takes from the pile for ever.
func (p *Pile) Sort(ctx context.Context) {
	for ctx.Err() == nil {
		p.take(33)
		time.Sleep(200 * time.Millisecond)
	}
}

func (p *Pile) take(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for ; n > 0 && len(p.letters) > 0; n-- {
		p.sorted[p.letters[0].to]++
		p.letters[0] = nil
		p.letters = p.letters[1:]
	}
}

// Bring brings letters, many at first.
func Bring(ctx context.Context, p *Pile) {
	began := time.Now()
	for n := 0; ctx.Err() == nil; n++ {
		if time.Since(began) < 45*time.Second {
			p.Add(n, 66)
		} else {
			p.Add(n, 4)
		}
		time.Sleep(100 * time.Millisecond)
	}
}
