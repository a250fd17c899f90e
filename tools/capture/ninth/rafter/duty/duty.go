// Package duty is what is done by who holds it.
package duty

import (
	"context"
	"crypto/sha512"
	"fmt"
	"time"

	"go.rafter.example/lease/rafter/roll"
)

// Candidate is one of those who may do a duty.
type Candidate struct {
	Number, Who int
	Turn        time.Duration
}

// Serve takes the duty, does it for a turn, and stands by again.
func (c Candidate) Serve(ctx context.Context, book *roll.Roll) {
	for ctx.Err() == nil {
		book.Take(c.Number, c.Who)
		c.do(ctx)
		book.Give(c.Number)
		time.Sleep(100 * time.Millisecond)
	}
}

func (c Candidate) do(ctx context.Context) {
	end := time.NewTimer(c.Turn)
	defer end.Stop()
	round := time.NewTicker(700*time.Millisecond + time.Duration(c.Number)*15*time.Millisecond)
	defer round.Stop()
	seal := []byte(fmt.Sprintf("duty %d by %d", c.Number, c.Who))
	for {
		select {
		case <-round.C:
			sum := sha512.Sum512(seal)
			seal = append(seal[:0], sum[:]...)
		case <-end.C:
			return
		case <-ctx.Done():
			return
		}
	}
}
