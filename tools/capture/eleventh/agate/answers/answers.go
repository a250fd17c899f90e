// Package answers keeps answers for their time.
package answers

import (
	"time"

	"go.agate.example/dns/agate/lockfree"
	"go.agate.example/dns/agate/zone"
)

// Cache keeps what a zone has answered.
type Cache struct {
	zone *zone.Zone
	kept *lockfree.Map[zone.Answer]
	ttl  time.Duration
}

// New keeps answers of z for a time.
func New(z *zone.Zone, ttl time.Duration) *Cache {
	return &Cache{zone: z, kept: lockfree.New[zone.Answer](8192), ttl: ttl}
}

// Lookup answers.
func (c *Cache) Lookup(name uint64) *zone.Answer {
	if kept := c.kept.Get(name); kept != nil {
		return kept
	}
	answer := c.zone.Resolve(name)
	c.Put(name, answer)
	return answer
}

// Put keeps an answer.
func (c *Cache) Put(name uint64, answer *zone.Answer) { c.kept.Set(name, answer) }

// Sweep removes what is too old.
func (c *Cache) Sweep(int) {
	now := time.Now()
	c.kept.Each(func(name uint64, answer *zone.Answer) {
		if now.Sub(answer.Since) > c.ttl {
			c.kept.Delete(name)
		}
	})
}
