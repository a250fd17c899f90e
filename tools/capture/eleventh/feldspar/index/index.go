// Package index knows where words are.
package index

import "sync"

type place struct {
	shard, text, at int
	before, after   string
}

// Index is by shard and word.
type Index struct {
	mu     sync.RWMutex
	shards []map[string][]place
	found  int
}

// New has n shards.
func New(n int) *Index { return &Index{shards: make([]map[string][]place, n)} }

// Add enters the texts of a shard.
func (x *Index) Add(shard int, texts [][]string) {
	words := make(map[string][]place)
	for i, text := range texts {
		for j, word := range text {
			words[word] = append(words[word], place{shard: shard, text: i, at: j, before: text[max(0, j-1)], after: text[min(len(text)-1, j+1)]})
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.shards[shard] = words
}

// Find counts the places of a word.
func (x *Index) Find(word string) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, words := range x.shards {
		x.found += len(words[word])
	}
}
