// Package archive has all claims by date.
package archive

import "time"

// Claim is what a member asked for once.
type Claim struct {
	Member int
	Amount int
	Closed bool
}

// Archive is a list of claims.
type Archive struct{ claims []Claim }

// New has so many claims.
func New(claims int) *Archive {
	a := &Archive{}
	for n := 0; n < claims; n++ {
		a.claims = append(a.claims, Claim{Member: n * 7 % 900, Amount: n * 31 % 777, Closed: n%4 > 0})
	}
	return a
}

// Reader reads the archive from its beginning.
func (a *Archive) Reader() *Reader { return &Reader{archive: a} }

// Reader is at some claim.
type Reader struct {
	archive *Archive
	at      int
	page    [24]Claim
}

// Next returns the next claim.
func (r *Reader) Next() (Claim, bool) {
	if r.at >= len(r.archive.claims) {
		return Claim{}, false
	}
	if r.at%len(r.page) == 0 {
		time.Sleep(300 * time.Microsecond)
		copy(r.page[:], r.archive.claims[r.at:])
	}
	claim := r.page[r.at%len(r.page)]
	r.at++
	return claim, true
}
