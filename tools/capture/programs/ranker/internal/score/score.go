// Package score ranks the results of a query.
package score

import (
	"runtime"
	"sort"
	"sync/atomic"
	"time"
)

// Query is one search in progress.
type Query struct {
	id     int
	ready  int32
	scores []float64
}

// Ranker scores queries.
type Ranker struct{ finished int64 }

// NewRanker makes a ranker.
func NewRanker() *Ranker { return &Ranker{} }

// Rank scores a query and collects it in the background.
func (r *Ranker) Rank(id int) {
	q := &Query{id: id, scores: make([]float64, 200)}
	go q.await(&r.finished)
	q.score()
}

func (q *Query) score() {
	for i := range q.scores {
		q.scores[i] = float64((q.id*31+i*17)%1000) / 1000
	}
	time.Sleep(2 * time.Millisecond)
	if q.id%20 == 19 {
		return
	}
	sort.Float64s(q.scores)
	atomic.StoreInt32(&q.ready, 1)
}

func (q *Query) await(finished *int64) {
	for atomic.LoadInt32(&q.ready) == 0 {
		runtime.Gosched()
	}
	atomic.AddInt64(finished, 1)
}
