// Package scrape gathers samples section by section.
package scrape

import (
	"fmt"
	"sync"
)

// Sample is a measured value.
type Sample struct {
	Name  string
	Value float64
}

// Collector has sections.
type Collector struct {
	sections []string

	mu    sync.Mutex
	turns int
}

// NewCollector has these sections.
func NewCollector(sections ...string) *Collector { return &Collector{sections: sections} }

// Scrape is one gathering.
type Scrape struct {
	turn int
	in   chan Sample
	mu   sync.Mutex
	out  []Sample
}

// Collect gathers all sections.
func (c *Collector) Collect() []Sample {
	c.mu.Lock()
	c.turns++
	s := &Scrape{turn: c.turns, in: make(chan Sample)}
	c.mu.Unlock()
	go s.forward()
	s.gather(c.sections)
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out
}

func (s *Scrape) gather(sections []string) {
	for i, section := range sections {
		if i == len(sections)-1 && s.turn%3 == 0 {
			return
		}
		for j := 0; j < 20; j++ {
			s.in <- Sample{Name: fmt.Sprintf("%s_%d", section, j), Value: float64(s.turn * j)}
		}
	}
	close(s.in)
}

func (s *Scrape) forward() {
	for sample := range s.in {
		s.mu.Lock()
		s.out = append(s.out, sample)
		s.mu.Unlock()
	}
}
