// Package account keeps what advertisers have left to spend.
package account

import "sync"

// Observer is told of accounts that run dry.
type Observer interface {
	Dry(owner int)
}

type account struct {
	left  int
	spent int
	shown [16]uint64
}

// Book is all accounts.
type Book struct {
	mu       sync.Mutex
	accounts map[int]*account
	observer Observer
}

// NewBook has accounts for so many owners.
func NewBook(owners int) *Book {
	b := &Book{accounts: make(map[int]*account, owners)}
	for owner := 0; owner < owners; owner++ {
		b.accounts[owner] = &account{left: 14 + owner*7%60}
	}
	return b
}

// Notify sets who is told.
func (b *Book) Notify(o Observer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.observer = o
}

// Left is what an owner can still spend.
func (b *Book) Left(owner int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.accounts[owner].left
}

// Charge books an amount.
func (b *Book) Charge(owner, amount int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	a := b.accounts[owner]
	a.left -= amount
	a.spent += amount
	a.shown[amount%len(a.shown)]++
	if a.left <= 0 && b.observer != nil {
		b.observer.Dry(owner)
	}
}

// TopUp adds to all that ran dry.
func (b *Book) TopUp(amount int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.accounts {
		if a.left <= 0 {
			a.left = amount
		}
	}
}
