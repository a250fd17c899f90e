// Package slots is a counting semaphore.
package slots

// Slots are entered and left.
type Slots struct{ taken chan struct{} }

// New has n slots.
func New(n int) *Slots { return &Slots{taken: make(chan struct{}, n)} }

// Enter waits for a free slot.
func (s *Slots) Enter() { s.taken <- struct{}{} }

// Leave frees a slot.
func (s *Slots) Leave() { <-s.taken }
