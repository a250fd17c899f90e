// Package account has accounts and their entries.
package account

import (
	"fmt"
	"sync"
)

// Entry changes an account.
type Entry struct {
	Account int
	Cents   int64
	Text    string
}

type account struct {
	sync.Mutex
	cents  int64
	recent [16]Entry
	at     int
}

// Book has all accounts.
type Book struct{ accounts []account }

// NewBook has n accounts.
func NewBook(n int) *Book { return &Book{accounts: make([]account, n)} }

const overdraft = -1_000_000_00

// Post books one entry, unless the account would be overdrawn.
func (b *Book) Post(e Entry) error {
	a := &b.accounts[e.Account]
	a.Lock()
	left := a.cents + e.Cents
	if left < overdraft {
		return fmt.Errorf("account %d: %d is too much", e.Account, e.Cents)
	}
	a.cents = left
	a.recent[a.at%len(a.recent)] = e
	a.at++
	a.Unlock()
	return nil
}
