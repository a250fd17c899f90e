// Package blend mixes the sacks of two stores.
package blend

import (
	"cmp"
	"iter"

	"go.quernstone.example/grain/quern/sacks"
)

// Blender has two stores.
type Blender struct {
	first, second *sacks.Store
	blended       int
}

// New blends two stores.
func New(first, second *sacks.Store) *Blender { return &Blender{first: first, second: second} }

// Blend counts what both have, up to a weight.
func (b *Blender) Blend(turn int) int {
	b.blended += Merge(b.first.All(), b.second.All(), 150+turn%90)
	return b.blended
}

// Merge walks both, in order, and counts what they have in common.
func Merge[T cmp.Ordered](left, right iter.Seq[T], most T) int {
	nextLeft, stopLeft := iter.Pull(left)
	nextRight, _ := iter.Pull(right)
	defer stopLeft()
	common := 0
	l, more := nextLeft()
	r, also := nextRight()
	for more && also && l < most {
		switch {
		case l == r:
			common++
			l, more = nextLeft()
			r, also = nextRight()
		case l < r:
			l, more = nextLeft()
		default:
			r, also = nextRight()
		}
	}
	return common
}
