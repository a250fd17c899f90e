// Package meter is read from time to time.
package meter

import (
	"context"
	"sync"
	"time"
)

// Board has the last hundred values of each meter.
type Board struct {
	mu     sync.Mutex
	values [][100]float64
	turns  []int
}

// NewBoard has n meters.
func NewBoard(n int) *Board { return &Board{values: make([][100]float64, n), turns: make([]int, n)} }

func (b *Board) set(number int, value float64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.values[number][b.turns[number]%100] = value
	b.turns[number]++
}

// Read reads one meter once a period.
func Read(ctx context.Context, b *Board, number int, period time.Duration) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for {
		select {
		case now := <-ticker.C:
			b.set(number, float64(now.Unix()%97))
		case <-ctx.Done():
			return
		}
	}
}
