// Package sort puts letters into pigeonholes.
package sort

import (
	"hash/fnv"
	"io"
	"log"
	"sync"

	"git.parcelline.example/post/aspen/peek"
)

// Sorter counts what is in each pigeonhole.
type Sorter struct {
	mu    sync.Mutex
	holes [24]int
	long  int
}

// New has all pigeonholes empty.
func New() *Sorter { return &Sorter{} }

// Letter sorts one letter.
func (s *Sorter) Letter(letter io.Reader) {
	head, more, err := peek.Head(letter)
	if err != nil {
		log.Print(err)
		return
	}
	sum := fnv.New32a()
	_, _ = sum.Write(head)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holes[int(sum.Sum32())%len(s.holes)]++
	if more {
		s.long++
	}
}
