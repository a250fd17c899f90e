// Package ledger has accounts. Only its own goroutine touches them; all others send it what to do.
package ledger

import (
	"context"
	"time"
)

// Entry is one booking.
type Entry struct {
	From, To int
	Cents    int64
	Fee      bool
}

type order struct {
	entry  Entry
	answer chan int64
}

// Ledger takes orders.
type Ledger struct {
	orders   chan order
	accounts []int64
	booked   int
}

// Open has so many accounts.
func Open(ctx context.Context, accounts int) *Ledger {
	l := &Ledger{orders: make(chan order, 4), accounts: make([]int64, accounts)}
	go l.run(ctx)
	return l
}

func (l *Ledger) run(ctx context.Context) {
	for {
		select {
		case o := <-l.orders:
			o.answer <- l.apply(o.entry)
		case <-ctx.Done():
			return
		}
	}
}

// Book has an entry booked and returns what is left.
func (l *Ledger) Book(e Entry) int64 {
	o := order{entry: e, answer: make(chan int64, 1)}
	l.orders <- o
	return <-o.answer
}

func (l *Ledger) apply(e Entry) int64 {
	time.Sleep(2 * time.Millisecond)
	l.accounts[e.From%len(l.accounts)] -= e.Cents
	l.accounts[e.To%len(l.accounts)] += e.Cents
	l.booked++
	if e.Cents > 90_000 && !e.Fee {
		l.charge(e)
	}
	return l.accounts[e.From%len(l.accounts)]
}

// charge books the fee of a large entry, by the same way as any other.
func (l *Ledger) charge(e Entry) {
	l.Book(Entry{From: e.From, To: 0, Cents: e.Cents / 1000, Fee: true})
}
