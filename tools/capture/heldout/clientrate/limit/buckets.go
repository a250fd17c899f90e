// Package limit has a token bucket for each client.
package limit

import (
	"sync"
	"time"
)

type bucket struct {
	mu     sync.Mutex
	tokens float64
	at     time.Time
}

// Buckets fills each bucket with rate tokens a second.
type Buckets struct {
	sync.Map
	rate float64
}

// NewBuckets has none yet.
func NewBuckets(rate float64) *Buckets { return &Buckets{rate: rate} }

func newBucket(rate float64) *bucket { return &bucket{tokens: rate, at: time.Now()} }

func (b *Buckets) of(client string) *bucket {
	if found, ok := b.Load(client); ok {
		return found.(*bucket)
	}
	found, _ := b.LoadOrStore(client, newBucket(b.rate))
	return found.(*bucket)
}

// Allow takes a token.
func (b *Buckets) Allow(client string) bool {
	own := b.of(client)
	own.mu.Lock()
	defer own.mu.Unlock()
	now := time.Now()
	own.tokens = min(b.rate, own.tokens+now.Sub(own.at).Seconds()*b.rate)
	own.at = now
	if own.tokens < 1 {
		return false
	}
	own.tokens--
	return true
}
