// Package keep remembers the newest pages.
package keep

import "sync"

// Recent is meant to hold bound pages.
type Recent struct {
	mu    sync.Mutex
	bound int
	order []int
	pages map[int][]byte
}

// NewRecent holds bound pages.
func NewRecent(bound int) *Recent { return &Recent{bound: bound, pages: map[int][]byte{}} }

// Get returns a page that is remembered.
func (r *Recent) Get(n int) ([]byte, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	page, ok := r.pages[n]
	return page, ok
}

// Put remembers a page.
func (r *Recent) Put(n int, page []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.order) == r.bound {
		r.order = r.order[1:]
	}
	r.order = append(r.order, n)
	r.pages[n] = append([]byte(nil), page...)
	if len(r.order) > r.bound {
		delete(r.pages, r.order[0])
	}
}
