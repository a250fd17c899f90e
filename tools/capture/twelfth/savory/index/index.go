// Package index finds products by words.
package index

import (
	"context"
	"sync/atomic"
	"time"

	"find.example/savory/products"
)

type posting struct {
	product int32
	weight  float32
	place   [2]int64
}

type inverted struct {
	postings map[string][]*posting
	words    [][]string
}

func newInverted(n int) *inverted {
	return &inverted{postings: make(map[string][]*posting), words: make([][]string, 0, n)}
}

func (x *inverted) add(product int, words []string) {
	x.words = append(x.words, words)
	for place, w := range words {
		x.postings[w] = append(x.postings[w], &posting{product: int32(product), place: [2]int64{int64(place), 1}})
	}
}

// Search asks the latest index.
type Search struct {
	current atomic.Pointer[inverted]
	found   atomic.Int64
}

// NewSearch has an empty index.
func NewSearch() *Search {
	s := &Search{}
	s.current.Store(newInverted(0))
	return s
}

// Rebuild makes an index in about so long and puts it in the place of the other.
func (s *Search) Rebuild(ctx context.Context, c *products.Catalogue, takes time.Duration) error {
	next := newInverted(c.Len())
	const steps = 100
	for step := 0; step < steps; step++ {
		for i := c.Len() * step / steps; i < c.Len()*(step+1)/steps; i++ {
			next.add(i, c.Words(i))
		}
		time.Sleep(takes / steps)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	s.current.Store(next)
	return nil
}

// Find is question n.
func (s *Search) Find(n int) {
	x := s.current.Load()
	if len(x.words) == 0 {
		return
	}
	for _, w := range x.words[n%len(x.words)] {
		s.found.Add(int64(len(x.postings[w])))
	}
}
