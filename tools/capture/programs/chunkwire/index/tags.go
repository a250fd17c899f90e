// Package index remembers which tags were seen.
package index

import "sync"

// Tags is a list of tags.
type Tags struct {
	mu   sync.Mutex
	list [][]byte
}

// Add appends a tag.
func (t *Tags) Add(tag []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = append(t.list, tag)
}
