// Package intake receives payments from several partners.
package intake

import (
	"context"
	"math/rand"
	"time"

	"example.org/ops/pool"
	"gitlab.example.com/finance/ledger/internal/book"
)

// Intake books every payment in a goroutine of its own.
type Intake struct {
	book       *book.Client
	statements *pool.Pool[int]
}

// New books through client.
func New(client *book.Client, statements *pool.Pool[int]) *Intake {
	return &Intake{book: client, statements: statements}
}

// Run takes payments until ctx ends.
func (i *Intake) Run(ctx context.Context) {
	random := rand.New(rand.NewSource(5))
	tick := time.NewTicker(25 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			go i.settle(random.Intn(4000), currency(random), random.Int63n(90000))
		case <-ctx.Done():
			return
		}
	}
}

func (i *Intake) settle(account int, currency string, cents int64) {
	balance := i.book.Post(book.Posting{Account: account, Currency: currency, Cents: cents})
	if balance > 0 {
		i.statements.Offer(account)
	}
}

func currency(random *rand.Rand) string {
	if random.Intn(20) == 0 {
		return "XTS"
	}
	return []string{"EUR", "USD", "GBP"}[random.Intn(3)]
}
