// Package accounts is the state.
package accounts

import (
	"sync"

	"git.bindery.example/events/casebound/journal"
)

type account struct {
	balance int
	moves   int
	last    [8]int
}

// Book has a fixed number of accounts.
type Book struct {
	mu       sync.RWMutex
	accounts []account
}

// New has n accounts.
func New(n int) *Book { return &Book{accounts: make([]account, n)} }

// Fold applies events in their order.
func (b *Book) Fold(events []*journal.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range events {
		a := &b.accounts[e.Account]
		a.balance += e.Amount
		a.last[a.moves%len(a.last)] = e.Amount
		a.moves++
	}
}

// Balance is what was folded.
func (b *Book) Balance(n int) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.accounts[n].balance
}
