// Package gate counts what passes.
package gate

import (
	"sync"

	"code.riddlemaker.example/dedup/sieveworks/bloom"
)

// Gate has a pair of filters.
type Gate struct {
	mu     sync.Mutex
	pair   *bloom.Pair
	passed int
	held   int
}

// New asks pair.
func New(pair *bloom.Pair) *Gate { return &Gate{pair: pair} }

// Pass says whether a message is new.
func (g *Gate) Pass(message string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.pair.Seen(message) {
		g.held++
		return false
	}
	g.passed++
	return true
}
