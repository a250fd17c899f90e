// Package strip renders pages in stripes.
package strip

import (
	"log"
	"sync"
)

// Page has pixels.
type Page struct {
	width  int
	open   sync.WaitGroup
	pixels [8][]int
}

// NewPage has this width.
func NewPage(width int) *Page { return &Page{width: width} }

// Render returns the sum of all stripes.
func (p *Page) Render() (sum int) {
	for n := range p.pixels {
		p.open.Add(1)
		go p.guarded(n)
	}
	p.open.Wait()
	for _, row := range p.pixels {
		sum += len(row)
	}
	return sum
}

func (p *Page) guarded(n int) {
	defer func() {
		if cause := recover(); cause != nil && n == 7 {
			log.Printf("width %d, stripe %d: %v", p.width, n, cause)
		}
	}()
	p.stripe(n)
	p.open.Done()
}

func (p *Page) stripe(n int) {
	row := make([]int, p.width%41)
	if n == 7 {
		row[0] = 1 // a margin
	}
	p.pixels[n] = row
}
