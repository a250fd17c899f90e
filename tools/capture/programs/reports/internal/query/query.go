// Package query iterates over an account's bookings.
package query

import (
	"errors"
	"fmt"
	"time"
)

// ErrTimeout says that the warehouse took too long.
var ErrTimeout = errors.New("query: statement timeout")

// Booking is one line of a report.
type Booking struct {
	Account int
	Text    string
}

// Query yields bookings.
type Query struct{ account int }

// ForAccount selects one account's bookings.
func ForAccount(account int) *Query { return &Query{account: account} }

// Each calls yield for every booking; large accounts run into the statement timeout.
func (q *Query) Each(yield func(Booking)) error {
	for i := 0; i < 30; i++ {
		if q.account%4 == 0 && i == 20 {
			return ErrTimeout
		}
		if i%10 == 0 {
			time.Sleep(3 * time.Millisecond)
		}
		yield(Booking{Account: q.account, Text: fmt.Sprintf("booking %d", i)})
	}
	return nil
}
