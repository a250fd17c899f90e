// Package memtable has the latest writes in memory.
package memtable

import (
	"log"
	"sort"
	"sync"
)

// Pair is a key with its value.
type Pair struct {
	Key   string
	Value []byte
}

// Table has pairs by key.
type Table struct {
	mu    sync.Mutex
	bound int
	bytes int
	pairs map[string][]byte
	take  func([]Pair) error
}

// New gives its pairs away when they have so many bytes.
func New(bound int, take func([]Pair) error) *Table {
	return &Table{bound: bound, pairs: make(map[string][]byte), take: take}
}

// Put writes.
func (t *Table) Put(key string, value []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.pairs[key] = value
	if t.bytes += len(value); t.bytes < t.bound {
		return
	}
	if err := t.take(t.sorted()); err != nil {
		log.Print(err)
	}
	t.pairs, t.bytes = make(map[string][]byte), 0
}

func (t *Table) sorted() []Pair {
	all := make([]Pair, 0, len(t.pairs))
	for key, value := range t.pairs {
		all = append(all, Pair{key, value})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Key < all[j].Key })
	return all
}
