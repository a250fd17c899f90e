// Package trail follows places one after the other.
package trail

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"sync"

	"git.corner.example/desk/alder/reader"
)

// Trail counts the changes of each place.
type Trail struct {
	reader *reader.Reader
	places int
	mu     sync.Mutex
	counts map[int]int
}

// New follows so many places.
func New(r *reader.Reader, places int) *Trail {
	return &Trail{reader: r, places: places, counts: make(map[int]int)}
}

// Walk is step n: the next place, from where it was left.
func (t *Trail) Walk(ctx context.Context, n int) {
	place := n % t.places
	text, err := t.reader.Page(ctx, fmt.Sprintf("/place/%d/changes?since=%d&page=%d", place, n/t.places, n%3))
	if err != nil {
		log.Print(err)
		return
	}
	t.mu.Lock()
	t.counts[place] += bytes.Count(text, []byte{'\n'})
	t.mu.Unlock()
}
