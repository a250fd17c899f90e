// Package gate lets requests in.
package gate

import (
	"fmt"
	"time"

	"limits.example/parsley/cache"
)

const window = 45 * time.Second

// Gate counts by address.
type Gate struct {
	cache   *cache.Memory
	refused int
}

// New counts in a cache.
func New(c *cache.Memory) *Gate { return &Gate{cache: c} }

// Ask is request n; each address asks twice.
func (g *Gate) Ask(n int) {
	key := fmt.Sprintf("rate:10.%d.%d.%d", n/2>>16&255, n/2>>8&255, n/2&255)
	state, known := g.cache.Get(key)
	if known && len(state) > 900 {
		g.refused++
		return
	}
	g.cache.Set(key, fmt.Appendf(state, "%0420d", n), window)
}
