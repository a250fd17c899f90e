// Package people keeps names and an index of their initials.
package people

import (
	"fmt"
	"sync"
)

// Directory is people by number.
type Directory struct {
	mu       sync.Mutex
	names    map[int]string
	initials [26]int
}

// New has n people.
func New(n int) *Directory {
	d := &Directory{names: make(map[int]string)}
	for i := 0; i < n; i++ {
		d.names[i] = fmt.Sprintf("z-%d", i)
	}
	return d
}

// Find returns a person's name.
func (d *Directory) Find(id int) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.names[id]
}

// Rename gives a person another name.
func (d *Directory) Rename(id int, name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names[id] = name
	if name[0] == 'c' {
		d.reindex()
	}
}

func (d *Directory) reindex() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.initials = [26]int{}
	for _, name := range d.names {
		d.initials[name[0]-'a']++
	}
}
