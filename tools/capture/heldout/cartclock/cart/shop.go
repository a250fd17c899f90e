// Package cart has carts.
package cart

import (
	"sync"
	"time"
)

// Cart expires when nobody touches it.
type Cart struct {
	number int
	lines  []int
	clock  *time.Timer
	shop   *Shop
}

// Shop has open carts.
type Shop struct {
	mu   sync.Mutex
	open map[int]*Cart
}

// NewShop has none.
func NewShop() *Shop { return &Shop{open: map[int]*Cart{}} }

// Visit opens a cart, fills it and checks out.
func (s *Shop) Visit(number int) int {
	c := &Cart{number: number, shop: s, lines: make([]int, 0, 250)}
	c.touch()
	s.mu.Lock()
	s.open[number] = c
	s.mu.Unlock()
	for sku := range 5 {
		c.lines = append(c.lines, sku*number)
	}
	return s.checkout(c)
}

func (c *Cart) touch() { c.clock = time.AfterFunc(6*time.Hour, c.expire) }

func (c *Cart) expire() {
	c.shop.mu.Lock()
	defer c.shop.mu.Unlock()
	delete(c.shop.open, c.number)
}

func (s *Shop) checkout(c *Cart) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, c.number)
	return len(c.lines)
}
