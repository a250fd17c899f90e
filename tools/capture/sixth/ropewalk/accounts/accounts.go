// Package accounts lets one booking at a time happen for an account.
package accounts

import (
	"sync"

	"git.hawser.example/books/ropewalk/ledger"
)

// Books are open for many at a time.
type Books struct {
	ledger *ledger.Client
	mu     sync.Mutex
	turns  map[string]*turn
}

type turn struct {
	sync.Mutex
	wanted int
}

// Open books of a ledger.
func Open(l *ledger.Client) *Books { return &Books{ledger: l, turns: make(map[string]*turn)} }

// Book enters amount when it is our turn for the account.
func (b *Books) Book(account string, amount int) error {
	t := b.want(account)
	t.Lock()
	defer b.done(account, t)
	return b.ledger.Book(account, amount)
}

func (b *Books) want(account string) *turn {
	b.mu.Lock()
	defer b.mu.Unlock()
	t := b.turns[account]
	if t == nil {
		t = &turn{}
		b.turns[account] = t
	}
	t.wanted++
	return t
}

func (b *Books) done(account string, t *turn) {
	b.mu.Lock()
	defer b.mu.Unlock()
	t.Unlock()
	if t.wanted--; t.wanted == 0 {
		delete(b.turns, account)
	}
}
