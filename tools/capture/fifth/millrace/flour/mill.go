// Package flour is made of sacks.
package flour

import (
	"context"
	"log"
	"math/rand"
	"sync/atomic"
	"time"

	"git.watermill.example/flour/millrace/crew"
)

// Mill grinds sacks.
type Mill struct{ ground int64 }

// NewMill stands still.
func NewMill() *Mill { return &Mill{} }

// Grind grinds the sacks of one cart within two seconds.
func (m *Mill) Grind(ctx context.Context, cart int) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	stones := crew.New(3)
	slow := rand.Intn(4) == 0
	for sack := 0; sack < 9; sack++ {
		stones.Go(ctx, func() error { return m.sack(slow) })
	}
	if err := stones.Wait(); err != nil {
		log.Printf("cart %d: %v", cart, err)
	}
}

func (m *Mill) sack(slow bool) error {
	pause := 60 * time.Millisecond
	if slow {
		pause = 1500 * time.Millisecond
	}
	time.Sleep(pause + time.Duration(rand.Int63n(int64(pause)/2)))
	atomic.AddInt64(&m.ground, 1)
	return nil
}
