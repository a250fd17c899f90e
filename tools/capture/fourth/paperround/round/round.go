// Package round brings papers to all houses.
package round

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Round has houses and not so many boys.
type Round struct {
	houses  int
	boys    chan struct{}
	brought atomic.Int64
}

// New is a round of so many houses.
func New(houses, boys int) *Round { return &Round{houses: houses, boys: make(chan struct{}, boys)} }

// Go brings a paper to each house.
func (r *Round) Go(ctx context.Context) {
	var all sync.WaitGroup
	defer all.Wait()
	for house := 0; house < r.houses; house++ {
		all.Go(func() { r.bring(ctx, house) })
	}
}

func (r *Round) bring(ctx context.Context, house int) {
	select {
	case r.boys <- struct{}{}:
		defer func() { <-r.boys }()
	case <-ctx.Done():
		return
	}
	var paper [2 << 10]byte
	paper[house%len(paper)] = 1
	time.Sleep(250 * time.Millisecond)
	r.brought.Add(int64(paper[0]) + 1)
}
