// Package accounts charges accounts with discount rules.
package accounts

import (
	"fmt"
	"log"
	"sync"
)

// Account is one tenant's balance.
type Account struct {
	mu      sync.Mutex
	id      int
	cents   int64
	charges []int
}

// Ledger is all accounts.
type Ledger struct{ accounts []*Account }

// NewLedger opens n accounts.
func NewLedger(n int) *Ledger {
	l := &Ledger{}
	for i := 0; i < n; i++ {
		l.accounts = append(l.accounts, &Account{id: i})
	}
	return l
}

// Charge charges an account for units.
func (l *Ledger) Charge(id, units int) error {
	return l.accounts[id%len(l.accounts)].Charge(units)
}

// Charge adds the price of units to what the account owes.
func (a *Account) Charge(units int) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			log.Printf("accounts: charging %d: %v", a.id, problem)
			err = fmt.Errorf("accounts: charge %d: %v", a.id, problem)
		}
	}()
	a.mu.Lock()
	a.cents += int64(units * a.price(units))
	a.charges = append(a.charges, units)
	if len(a.charges) > 40 {
		a.charges = a.charges[20:]
	}
	a.mu.Unlock()
	return nil
}

func (a *Account) price(units int) int {
	steps := []int{99, 95, 90, 80}
	if a.id%100 == 63 {
		return steps[units+len(a.charges)]
	}
	return steps[units%len(steps)]
}

// Balance says what the account owes.
func (a *Account) Balance() int64 {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}
