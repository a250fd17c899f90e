// Package pricelist is read for long and changed rarely.
package pricelist

import (
	"sync"
	"time"
)

// List has a price for each article.
type List struct {
	mu     sync.RWMutex
	prices []int
	asked  uint64
}

// New is a list of n prices.
func New(n int) *List {
	l := &List{prices: make([]int, n)}
	for i := range l.prices {
		l.prices[i] = 100 + i*17%900
	}
	return l
}

// Report prints the list, page by page, on one and the same state.
func (l *List) Report(int) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	sum := 0
	for page := 0; page < 10; page++ {
		for _, price := range l.prices[page*300 : (page+1)*300] {
			sum += price
		}
		time.Sleep(60 * time.Millisecond)
	}
}

// Change changes one price.
func (l *List) Change(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prices[n*7%len(l.prices)]++
}

// Ask reads one price.
func (l *List) Ask(n int) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.prices[n%len(l.prices)] == 0 {
		panic("a price is missing")
	}
}
