// Package backend is slow.
package backend

import "time"

// Backend takes its time.
type Backend struct{ takes time.Duration }

// New takes so long.
func New(takes time.Duration) *Backend { return &Backend{takes: takes} }

// Load loads a rate.
func (b *Backend) Load(pair string) float64 {
	time.Sleep(b.takes)
	return float64(len(pair)) * 1.07
}
