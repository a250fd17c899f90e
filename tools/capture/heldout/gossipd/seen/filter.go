// Package seen tells what is new.
package seen

// Hash identifies a vote.
type Hash [32]byte

// Filter knows what it has seen.
type Filter struct{ known map[Hash]uint64 }

// NewFilter has seen nothing.
func NewFilter() *Filter { return &Filter{known: map[Hash]uint64{}} }

// First says whether the vote is new; it is not new the next time.
func (f *Filter) First(h Hash, height uint64) bool {
	if _, ok := f.known[h]; ok {
		return false
	}
	f.known[h] = height
	return true
}
