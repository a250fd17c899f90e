// Package limit lets a number in at a time.
package limit

// Limit has places.
type Limit struct{ places chan struct{} }

// New has n places.
func New(n int) *Limit { return &Limit{places: make(chan struct{}, n)} }

// Enter waits for a place.
func (l *Limit) Enter() { l.places <- struct{}{} }

// Leave gives a place back.
func (l *Limit) Leave() { <-l.places }
