// Package il is a small machine that compares numbers for strings.
package il

import "sync"

// StringTable gives a number to each string.
type StringTable struct {
	mu      sync.RWMutex
	ids     map[string]uint32
	strings []string
}

// NewStringTable knows the empty string.
func NewStringTable() *StringTable {
	return &StringTable{ids: map[string]uint32{"": 0}, strings: []string{""}}
}

// ID is the number of a string, a new one if it had none.
func (t *StringTable) ID(s string) uint32 {
	t.mu.RLock()
	id, ok := t.ids[s]
	t.mu.RUnlock()
	if ok {
		return id
	}
	return t.add(s)
}

func (t *StringTable) add(s string) uint32 {
	t.mu.Lock()
	defer t.mu.Unlock()
	if id, ok := t.ids[s]; ok {
		return id
	}
	id := uint32(len(t.strings))
	t.strings = append(t.strings, s)
	t.ids[s] = id
	return id
}

// String is the string of a number.
func (t *StringTable) String(id uint32) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.strings[id]
}
