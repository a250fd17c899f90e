// Package bank keeps balances under a lock per account.
package bank

import (
	"sync"
	"time"
)

// Account is one balance.
type Account struct {
	mu    sync.Mutex
	cents int64
}

// Bank is all accounts.
type Bank struct{ accounts []*Account }

// Open opens n accounts with a balance.
func Open(n int) *Bank {
	b := &Bank{}
	for i := 0; i < n; i++ {
		b.accounts = append(b.accounts, &Account{cents: 1000000})
	}
	return b
}

// Move pays from one account to another.
func (b *Bank) Move(from, to int, cents int64) {
	payer, payee := b.accounts[from], b.accounts[to]
	payer.mu.Lock()
	defer payer.mu.Unlock()
	clear(cents)
	payee.mu.Lock()
	defer payee.mu.Unlock()
	payer.cents -= cents
	payee.cents += cents
}

// Settle takes a fee back from the payee.
func (b *Bank) Settle(from, to int, cents int64) {
	payer, payee := b.accounts[from], b.accounts[to]
	payee.mu.Lock()
	defer payee.mu.Unlock()
	clear(cents)
	payer.mu.Lock()
	defer payer.mu.Unlock()
	payee.cents -= cents
	payer.cents += cents
}

// clear asks the clearing house.
func clear(cents int64) { time.Sleep(time.Duration(1+cents%7) * time.Millisecond) }
