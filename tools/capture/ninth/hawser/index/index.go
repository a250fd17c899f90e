// Package index finds documents by their words.
package index

import (
	"fmt"
	"sort"
	"sync/atomic"
)

// Posting is a word of a document.
type Posting struct {
	Document int32
	Weight   float32
}

// Index is not changed once it is asked.
type Index struct {
	Generation int
	postings   map[string][]Posting
	titles     []string
}

// New is to be filled.
func New(generation, documents int) *Index {
	return &Index{Generation: generation, postings: make(map[string][]Posting), titles: make([]string, 0, documents)}
}

// Add enters a document.
func (x *Index) Add(title string, words []string) {
	document := int32(len(x.titles))
	x.titles = append(x.titles, title)
	for i, word := range words {
		x.postings[word] = append(x.postings[word], Posting{Document: document, Weight: 1 / float32(i+1)})
	}
}

// Find returns the best titles for a word.
func (x *Index) Find(word string, most int) []string {
	found := append([]Posting(nil), x.postings[word]...)
	sort.Slice(found, func(i, j int) bool { return found[i].Weight > found[j].Weight })
	if len(found) > most {
		found = found[:most]
	}
	titles := make([]string, len(found))
	for i, p := range found {
		titles[i] = x.titles[p.Document]
	}
	return titles
}

// Live is the index that is asked.
type Live struct {
	current atomic.Pointer[Index]
	asked   atomic.Int64
}

// NewLive has none yet.
func NewLive() *Live { return &Live{} }

// Swap puts another in its place.
func (l *Live) Swap(x *Index) { l.current.Store(x) }

// Ask is one search.
func (l *Live) Ask(n int) {
	x := l.current.Load()
	l.asked.Add(int64(len(x.Find(fmt.Sprintf("w%d", n*37%6000), 10))))
}
