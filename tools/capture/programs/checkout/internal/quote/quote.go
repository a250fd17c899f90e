// Package quote asks several price lists and answers within a deadline.
package quote

import (
	"context"
	"math/rand"
	"time"

	"github.com/acme-labs/checkout/internal/store"
)

// Offer is what a price list would charge.
type Offer struct {
	List  string
	Cents int64
}

// Desk prices carts.
type Desk struct{ carts *store.Carts }

// NewDesk prices the carts of a store.
func NewDesk(carts *store.Carts) *Desk { return &Desk{carts: carts} }

// Best returns an offer for the cart, or the context's error when the list is too slow.
func (d *Desk) Best(ctx context.Context, id int, seed int64) (Offer, error) {
	answer := make(chan Offer)
	go d.ask(id, seed, answer)
	select {
	case offer := <-answer:
		return offer, nil
	case <-ctx.Done():
		return Offer{}, ctx.Err()
	}
}

func (d *Desk) ask(id int, seed int64, answer chan<- Offer) {
	lines := d.carts.Lines(id)
	var total int64
	for _, line := range lines {
		total += line.Cents * int64(line.Count)
	}
	random := rand.New(rand.NewSource(seed))
	wait := time.Duration(random.Intn(60)) * time.Millisecond
	if random.Intn(10) < 3 {
		wait = 250 * time.Millisecond
	}
	time.Sleep(wait)
	answer <- Offer{List: "spring", Cents: total}
}
