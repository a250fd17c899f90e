// Package token takes lines apart.
package token

import (
	"bytes"

	"git.lexicon.example/parse/internary/intern"
)

// Reader shares its words.
type Reader struct {
	pool  *intern.Pool
	last  [8]string
	lines int
}

// NewReader has seen nothing.
func NewReader() *Reader { return &Reader{pool: intern.NewPool()} }

// Words remembers the words of the newest line.
func (r *Reader) Words(line []byte) {
	for i, word := range bytes.Fields(line) {
		r.last[i%len(r.last)] = r.pool.String(word)
	}
	r.lines++
}
