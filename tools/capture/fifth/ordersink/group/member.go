// Package group shares partitions between members.
package group

import (
	"context"
	"log"
	"sync"
	"time"
)

// Member consumes its share of the partitions, anew after each term.
type Member struct {
	Partitions int
	Others     []int
	Term       time.Duration
	Consume    func(ctx context.Context, partition int)
}

// Run takes part until ctx ends.
func (m Member) Run(ctx context.Context) {
	for term := 0; ctx.Err() == nil; term++ {
		others := m.Others[len(m.Others)-1]
		if term < len(m.Others) {
			others = m.Others[term]
		}
		m.session(ctx, m.Partitions/(1+others))
	}
}

// session returns when every partition of its share is given back.
func (m Member) session(ctx context.Context, share int) {
	log.Printf("assigned %d partitions", share)
	ctx, cancel := context.WithTimeout(ctx, m.Term)
	defer cancel()
	var wg sync.WaitGroup
	for p := 0; p < share; p++ {
		wg.Add(1)
		go func(p int) {
			defer wg.Done()
			m.Consume(ctx, p)
		}(p)
	}
	wg.Wait()
}
