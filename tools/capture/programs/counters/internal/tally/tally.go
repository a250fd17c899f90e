// Package tally counts views per page.
package tally

import (
	"context"
	"math/rand"
	"sync"
	"time"
)

// Tally is the counts of all pages.
type Tally struct {
	mu    sync.Mutex
	pages map[int]int
}

// New has no counts.
func New() *Tally { return &Tally{pages: make(map[int]int)} }

// Count counts views of one site until ctx ends.
func (t *Tally) Count(ctx context.Context, site int) {
	random := rand.New(rand.NewSource(int64(site)))
	for ctx.Err() == nil {
		t.add(random.Intn(2000))
		time.Sleep(time.Duration(20+random.Intn(80)) * time.Millisecond)
	}
}

func (t *Tally) add(page int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.pages[page]++
	if page%4 == 0 {
		t.flush()
	}
}

// flush appends the counts to a file on a slow disk.
func (t *Tally) flush() { time.Sleep(3 * time.Millisecond) }
