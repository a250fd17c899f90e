// Package frontier is the edge of what was visited.
package frontier

// Frontier knows what was offered before.
type Frontier struct {
	seen  map[uint64]struct{}
	fresh int
}

// New returns a frontier that has seen nothing.
func New() *Frontier { return &Frontier{seen: map[uint64]struct{}{}} }

// Offer reports whether a page is new.
func (f *Frontier) Offer(page uint64) bool {
	if _, known := f.seen[page]; known {
		return false
	}
	f.seen[page] = struct{}{}
	f.fresh++
	return true
}
