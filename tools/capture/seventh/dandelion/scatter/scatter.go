// Package scatter asks partitions side by side.
package scatter

import (
	"context"
	"sync"
	"time"

	"git.seedhead.example/search/dandelion/partition"
)

type result struct {
	found int
	err   error
}

// Search asks all, at most so many at a time.
func Search(ctx context.Context, partitions []*partition.Partition, code uint16, most int) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	places := make(chan struct{}, most)
	results := make(chan result)
	var asked sync.WaitGroup
	for _, p := range partitions {
		asked.Add(1)
		go func(p *partition.Partition) {
			defer asked.Done()
			places <- struct{}{}
			defer func() { <-places }()
			found, err := p.Count(ctx, code)
			results <- result{found: found, err: err}
		}(p)
	}
	go func() {
		asked.Wait()
		close(results)
	}()
	return gather(results)
}

// gather takes all results, also after an error: nobody is left behind.
func gather(results <-chan result) (int, error) {
	sum := 0
	var first error
	for r := range results {
		if r.err != nil && first == nil {
			first = r.err
		}
		sum += r.found
	}
	return sum, first
}
