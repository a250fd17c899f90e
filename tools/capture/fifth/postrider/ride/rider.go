// Package ride brings letters.
package ride

import (
	"context"
	"sync"
	"time"
)

// Rider has letters in his bag until they are delivered or called back.
type Rider struct {
	mu    sync.Mutex
	bag   map[string]bool
	stops int
}

// NewRider has an empty bag.
func NewRider() *Rider { return &Rider{bag: make(map[string]bool)} }

// Carry brings a letter; when ctx ends on the way, the letter is taken out of the bag.
func (r *Rider) Carry(ctx context.Context, letter string) {
	r.put(letter)
	go r.recall(ctx, letter)
	time.Sleep(90 * time.Millisecond)
	r.take(letter)
}

func (r *Rider) recall(ctx context.Context, letter string) {
	<-ctx.Done()
	r.take(letter)
}

func (r *Rider) put(letter string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bag[letter] = true
}

func (r *Rider) take(letter string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.bag[letter] {
		delete(r.bag, letter)
		r.stops++
	}
}
