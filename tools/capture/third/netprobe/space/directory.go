// Package space works in network spaces, which belong to threads.
package space

import (
	"runtime"
	"sync"
	"syscall"
)

// Space is one network space; all work in it is done on one thread.
type Space struct {
	work chan func()
	tid  int
}

// Directory has the spaces by name.
type Directory struct {
	mu     sync.RWMutex
	spaces map[string]*Space
}

// NewDirectory is empty.
func NewDirectory() *Directory { return &Directory{spaces: make(map[string]*Space)} }

// Enter gives the named space a thread.
func (d *Directory) Enter(name string) *Space {
	s := &Space{work: make(chan func())}
	go s.stay()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.spaces[name] = s
	return s
}

// Leave forgets the named space.
func (d *Directory) Leave(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.spaces, name)
}

// Each calls look for every space.
func (d *Directory) Each(look func(*Space) int) {
	d.mu.RLock()
	all := make([]*Space, 0, len(d.spaces))
	for _, s := range d.spaces {
		all = append(all, s)
	}
	d.mu.RUnlock()
	for _, s := range all {
		look(s)
	}
}

// stay does the work of the space on a thread that does nothing else.
func (s *Space) stay() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	s.tid = syscall.Gettid()
	for step := range s.work {
		step()
	}
}

// Links counts the links of the space.
func (s *Space) Links() int {
	answer := make(chan int, 1)
	s.work <- func() { answer <- s.tid & 7 }
	return <-answer
}
