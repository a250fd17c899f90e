// Package reader brings pages of text.
package reader

import (
	"fmt"
	"math/rand"
	"strings"
)

const size = 40 << 10

// Page is some text.
type Page struct {
	Number int
	Text   string
}

// Reader brings one page after the other.
type Reader struct {
	number int
	rng    *rand.Rand
	lines  []string
}

// New has lines to choose from.
func New() *Reader {
	r := &Reader{rng: rand.New(rand.NewSource(23))}
	for i := 0; i < 200; i++ {
		r.lines = append(r.lines, fmt.Sprintf("line %d: the weather was fair and nothing was seen\n", i))
	}
	return r
}

// Next is a page; in one of four there is something to be found.
func (r *Reader) Next() Page {
	r.number++
	var text strings.Builder
	text.Grow(size + 128)
	for text.Len() < size {
		text.WriteString(r.lines[r.rng.Intn(len(r.lines))])
	}
	switch r.number % 12 {
	case 0:
		fmt.Fprintf(&text, "key=%012x\n", r.number*7919)
	case 4:
		text.WriteString("secret-garden\n")
	case 8:
		fmt.Fprintf(&text, "pass: %04d\n", r.number%10000)
	}
	return Page{Number: r.number, Text: text.String()}
}
