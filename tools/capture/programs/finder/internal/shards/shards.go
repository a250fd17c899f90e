// Package shards searches all shards of an index and merges their hits.
package shards

import (
	"context"
	"sort"
	"time"
)

// Index is a number of shards.
type Index struct{ n int }

// New has n shards.
func New(n int) *Index { return &Index{n: n} }

type hit struct{ shard, score int }

// Search returns the best score over all shards.
func (i *Index) Search(ctx context.Context, term int) int {
	hits := make(chan hit)
	for shard := 0; shard < i.n; shard++ {
		go i.ask(ctx, shard, term, hits)
	}
	scores := make([]int, 0, i.n)
	for shard := 0; shard < i.n; shard++ {
		h := <-hits
		scores = append(scores, h.score)
		time.Sleep(15 * time.Millisecond)
	}
	sort.Ints(scores)
	return scores[len(scores)-1]
}

func (i *Index) ask(ctx context.Context, shard, term int, hits chan<- hit) {
	timer := time.NewTimer(time.Duration((term*7+shard*13)%90) * time.Millisecond)
	defer timer.Stop()
	<-timer.C
	hits <- hit{shard: shard, score: (term * shard) % 977}
}
