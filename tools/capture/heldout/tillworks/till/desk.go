// Package till talks to the acquirer.
package till

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

type receipt struct {
	number int64
	err    error
}

var errDeclined = errors.New("declined")

// Desk numbers its receipts.
type Desk struct{ last atomic.Int64 }

// NewDesk starts at one.
func NewDesk() *Desk { return &Desk{} }

// Charge takes cents from the card and says how it went.
func (d *Desk) Charge(card, cents int) string {
	done := make(chan receipt)
	go d.charge(card, cents, done)
	got := <-done
	if got.err != nil {
		return got.err.Error()
	}
	return fmt.Sprint("receipt ", got.number)
}

func (d *Desk) charge(card, cents int, done chan<- receipt) {
	err := authorise(card, cents)
	if err != nil {
		done <- receipt{err: fmt.Errorf("card %d: %w", card, err)}
	}
	done <- receipt{number: d.last.Add(1)}
}

func authorise(card, _ int) error {
	time.Sleep(time.Duration(3+card%20) * time.Millisecond)
	if card%37 == 11 {
		return errDeclined
	}
	return nil
}
