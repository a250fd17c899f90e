// Package volumes keeps block devices.
package volumes

import (
	"sync"
	"time"
)

// Volume is one device.
type Volume struct {
	mu   sync.Mutex
	open int
}

// Set is all devices.
type Set struct {
	sync.Mutex
	byName map[string]*Volume
}

// Remove takes a device out.
func (s *Set) Remove(v *Volume) {
	v.mu.Lock()
	defer v.mu.Unlock()
	time.Sleep(15 * time.Millisecond)
	s.detach()
}

func (s *Set) detach() {
	s.Lock()
	defer s.Unlock()
	delete(s.byName, "a")
}

// Cleanup closes all devices.
func (s *Set) Cleanup() {
	s.Lock()
	defer s.Unlock()
	time.Sleep(15 * time.Millisecond)
	for _, v := range s.byName {
		v.mu.Lock()
		v.open = 0
		v.mu.Unlock()
	}
}

// Run removes while it cleans up.
func Run(int) {
	v := &Volume{}
	s := &Set{byName: map[string]*Volume{"a": v}}
	go s.Remove(v)
	go s.Cleanup()
}
