// Package symbol has one symbol for each name.
package symbol

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Symbol stands for a name.
type Symbol struct {
	Name   string
	Parts  []string
	Number int
	Count  atomic.Int64
}

// Table has symbols by name, in shards.
type Table struct {
	shards [32]shard
	number atomic.Int64
}

type shard struct {
	mu      sync.RWMutex
	symbols map[string]*Symbol
}

// New has none.
func New() *Table {
	t := &Table{}
	for i := range t.shards {
		t.shards[i].symbols = make(map[string]*Symbol)
	}
	return t
}

// Symbol is that of a name.
func (t *Table) Symbol(name string) *Symbol {
	s := t.shard(name)
	s.mu.RLock()
	found := s.symbols[name]
	s.mu.RUnlock()
	if found != nil {
		return found
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if found = s.symbols[name]; found == nil {
		found = t.symbol(name)
		s.symbols[found.Name] = found
	}
	return found
}

func (t *Table) symbol(name string) *Symbol {
	own := strings.Clone(name)
	return &Symbol{Name: own, Parts: strings.Split(own, "/"), Number: int(t.number.Add(1))}
}

func (t *Table) shard(name string) *shard {
	h := uint32(2166136261)
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return &t.shards[h%uint32(len(t.shards))]
}

// Len is how many there are.
func (t *Table) Len() int { return int(t.number.Load()) }
