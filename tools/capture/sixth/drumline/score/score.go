// Package score is what bands are to play.
package score

// Change is a new tempo for one band.
type Change struct {
	Band  int
	Beats int
	Bar   uint64
}
