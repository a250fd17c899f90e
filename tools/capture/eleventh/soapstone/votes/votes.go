// Package votes counts.
package votes

import "sync"

// Votes have revisions.
type Votes struct {
	mu       sync.Mutex
	counted  *sync.Cond
	revision int
}

// New begins with none.
func New() *Votes {
	v := &Votes{}
	v.counted = sync.NewCond(&v.mu)
	return v
}

// Count makes a revision.
func (v *Votes) Count() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.revision++
	v.counted.Broadcast()
}

// Next waits for the next revision.
func (v *Votes) Next() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	for before := v.revision; v.revision == before; {
		v.counted.Wait()
	}
	return v.revision
}
