// Package limits slows down callers that ask too often.
package limits

import (
	"sync"
	"sync/atomic"
)

type bucket struct {
	tokens int64
	burst  int64
	name   string
	recent [4]int64
}

func newBucket(address string) *bucket { return &bucket{tokens: 20, burst: 20, name: address} }

// PerAddress has a bucket for each address.
type PerAddress struct{ buckets sync.Map }

// Allow takes a token of the address's bucket.
func (p *PerAddress) Allow(address string) bool {
	found, ok := p.buckets.Load(address)
	if !ok {
		found, _ = p.buckets.LoadOrStore(address, newBucket(address))
	}
	return atomic.AddInt64(&found.(*bucket).tokens, -1) >= 0
}
