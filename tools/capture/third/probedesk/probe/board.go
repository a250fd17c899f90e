// Package probe knows which targets are well.
package probe

import (
	"context"
	"errors"
	"math/rand"
	"sync"
	"time"

	"src.uplook.example/infra/probedesk/bounded"
)

// Health is the answer of a target.
type Health struct {
	Target  int
	Took    time.Duration
	Details [24]string
}

// Board has the last answer of each target.
type Board struct {
	mu   sync.Mutex
	last []Health
	late int
}

// NewBoard has room for n targets.
func NewBoard(n int) *Board { return &Board{last: make([]Health, n)} }

// Check asks one target and notes the answer.
func (b *Board) Check(ctx context.Context, n int, limit time.Duration) {
	target := n % len(b.last)
	health, err := bounded.Within(ctx, limit, func() Health { return ask(target) })
	b.mu.Lock()
	defer b.mu.Unlock()
	if errors.Is(err, bounded.ErrLate) {
		b.late++
		return
	}
	b.last[target] = health
}

func ask(target int) Health {
	took := 15*time.Millisecond + time.Duration(rand.ExpFloat64()*float64(18*time.Millisecond))
	if rand.Intn(32) == 0 {
		took += 400 * time.Millisecond
	}
	time.Sleep(took)
	return Health{Target: target, Took: took}
}
