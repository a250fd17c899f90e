// Package scan looks at a target by some templates.
package scan

import (
	"fmt"

	"go.hazel.example/layers/hazel/layered"
)

// Scan is of one target.
type Scan struct {
	number int
	pages  *layered.Cache
	found  int
}

// New scans target number.
func New(number int) *Scan { return &Scan{number: number, pages: layered.New(64)} }

// Run takes all templates.
func (s *Scan) Run() {
	for i := 0; i < 12; i++ {
		s.template(i)
	}
}

func (s *Scan) template(i int) {
	key := fmt.Sprintf("target-%d/page-%d", s.number, i%5)
	page, ok := s.pages.Get(key)
	if !ok {
		page = []byte(fmt.Sprintf("page of %s", key))
		s.pages.Set(key, page)
	}
	if len(page)%2 == 0 {
		s.found++
	}
}
