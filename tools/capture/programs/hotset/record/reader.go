// Package record reads records.
package record

import (
	"strings"

	lru "github.com/hashicorp/golang-lru"
)

// Reader remembers the records used last.
type Reader struct{ recent *lru.Cache }

// NewReader remembers up to n records.
func NewReader(n int) (*Reader, error) {
	recent, err := lru.New(n)
	return &Reader{recent: recent}, err
}

// Read returns the record under a key.
func (r *Reader) Read(key string) string {
	if known, ok := r.recent.Get(key); ok {
		return known.(string)
	}
	text := strings.Repeat(key, 40)
	r.recent.Add(key, text)
	return text
}
