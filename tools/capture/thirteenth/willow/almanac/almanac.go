// Package almanac has dated notes.
package almanac

import (
	"fmt"
	"sync"

	"go.arbor.example/shed/keep"

	"git.almanac.example/store/willow/index"
)

// Almanac keeps the latest notes.
type Almanac struct {
	mu          sync.Mutex
	notes       *index.Index
	most        int
	first, next int
}

// New keeps at most so many.
func New(most int) *Almanac { return &Almanac{notes: index.New(), most: most} }

func entry(n int) (string, []byte) {
	return fmt.Sprintf("note/%09d", n), []byte(keep.Text(350, n))
}

// Note is note n.
func (a *Almanac) Note(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.notes.Put(entry(n))
	a.next = n + 1
}

// Tidy takes away the oldest.
func (a *Almanac) Tidy() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for ; a.first < a.next-a.most; a.first++ {
		a.notes.Delete(fmt.Sprintf("note/%09d", a.first))
	}
}
