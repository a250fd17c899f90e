// Package quota has a bucket of coins for each key.
package quota

import (
	"sync"
	"time"
)

type bucket struct {
	coins float64
	seen  time.Time
	log   [120]time.Time
	at    int
}

// Quota has buckets.
type Quota struct {
	perSecond float64
	idle      time.Duration
	mu        sync.Mutex
	buckets   map[string]*bucket
}

// New gives so many coins a second and forgets keys that are idle for so long.
func New(perSecond float64, idle time.Duration) *Quota {
	return &Quota{perSecond: perSecond, idle: idle, buckets: make(map[string]*bucket)}
}

// Allow takes a coin from the bucket of key.
func (q *Quota) Allow(key string, now time.Time) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	b, ok := q.buckets[key]
	if !ok {
		b = &bucket{coins: q.perSecond, seen: now}
		q.buckets[key] = b
	}
	b.coins = min(q.perSecond, b.coins+now.Sub(b.seen).Seconds()*q.perSecond)
	b.seen = now
	b.log[b.at%len(b.log)] = now
	b.at++
	if b.coins < 1 {
		return false
	}
	b.coins--
	return true
}

// Expire forgets those who are idle.
func (q *Quota) Expire(now time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for key, b := range q.buckets {
		if now.Sub(b.seen) > q.idle {
			delete(q.buckets, key)
		}
	}
}
