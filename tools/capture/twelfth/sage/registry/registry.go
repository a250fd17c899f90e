// Package registry has numbers and to whom they were given.
package registry

import (
	"fmt"
	"sync"
)

// Holder is who has a number.
type Holder struct {
	Name, Carrier string
	Since         int
}

// Registry finds holders.
type Registry struct {
	mu      sync.RWMutex
	holders map[string]*Holder
}

// New is empty.
func New() *Registry { return &Registry{holders: make(map[string]*Holder)} }

// Insert gives a number to a holder.
func (r *Registry) Insert(number string, h *Holder) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.holders[number] = h
}

// Remove takes a number back.
func (r *Registry) Remove(number string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.holders, number)
}

// Lookup finds the holder of a number.
func (r *Registry) Lookup(number string) *Holder {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.holders[number]
}

// Len is how many numbers are given.
func (r *Registry) Len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return len(r.holders)
}

// Number is number i.
func Number(i int) string { return fmt.Sprintf("+4930%08d", i*37%100000000) }

// Describe is the holder of number i.
func Describe(i int) *Holder {
	return &Holder{Name: fmt.Sprint("holder ", i), Carrier: [...]string{"north", "south", "inland"}[i%3], Since: 1990 + i%30}
}
