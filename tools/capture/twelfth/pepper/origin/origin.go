// Package origin makes what is served.
package origin

import (
	"fmt"
	"strings"

	"serve.example/pepper/store"
)

// Text is an article by its paragraphs.
type Text struct{ Paragraphs []string }

// Size is about what it takes.
func (t *Text) Size() int { return 64 + len(t.Paragraphs)*560 }

// Picture is of pixels.
type Picture struct {
	Pixels []uint32
	Name   string
}

// Size is about what it takes.
func (p *Picture) Size() int { return 64 + 4*len(p.Pixels) }

// Texts loads texts.
type Texts struct{}

// Load loads text n.
func (Texts) Load(n int) store.Object {
	t := &Text{}
	for i := 0; i < 8; i++ {
		t.Paragraphs = append(t.Paragraphs, strings.Repeat(fmt.Sprintf("of %08d and %02d; ", n, i), 26))
	}
	return t
}

// Pictures loads pictures.
type Pictures struct{}

// Load loads picture n.
func (Pictures) Load(n int) store.Object {
	p := &Picture{Pixels: make([]uint32, 2048), Name: fmt.Sprint("picture-", n)}
	for i := range p.Pixels {
		p.Pixels[i] = uint32(i * n)
	}
	return p
}
