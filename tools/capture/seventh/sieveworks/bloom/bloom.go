// Package bloom has filters that say "maybe" or "no".
package bloom

import "hash/fnv"

// Filter has bits.
type Filter struct {
	bits  []uint64
	added int
}

// New has so many bytes.
func New(bytes int) *Filter { return &Filter{bits: make([]uint64, bytes/8)} }

func places(key string) (uint64, uint64) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(key))
	sum := h.Sum64()
	return sum, sum>>17 | sum<<47
}

// Add notes a key.
func (f *Filter) Add(key string) {
	a, b := places(key)
	for i := uint64(0); i < 4; i++ {
		at := (a + i*b) % uint64(len(f.bits)*64)
		f.bits[at/64] |= 1 << (at % 64)
	}
	f.added++
}

// Has says whether a key may have been added.
func (f *Filter) Has(key string) bool {
	a, b := places(key)
	for i := uint64(0); i < 4; i++ {
		at := (a + i*b) % uint64(len(f.bits)*64)
		if f.bits[at/64]&(1<<(at%64)) == 0 {
			return false
		}
	}
	return true
}

func (f *Filter) clear() {
	for i := range f.bits {
		f.bits[i] = 0
	}
	f.added = 0
}

// Pair is a filter and the one before.
type Pair struct {
	now, before *Filter
	most        int
}

// NewPair turns after so many keys.
func NewPair(bytes, most int) *Pair {
	return &Pair{now: New(bytes), before: New(bytes), most: most}
}

// Seen says whether a key was added lately, and adds it.
func (p *Pair) Seen(key string) bool {
	if p.now.Has(key) || p.before.Has(key) {
		return true
	}
	if p.now.added >= p.most {
		p.before.clear()
		p.now, p.before = p.before, p.now
	}
	p.now.Add(key)
	return false
}
