// Package share keeps shares mounted.
package share

import (
	"sync"
	"time"
)

// Share is one mounted share.
type Share struct {
	mu     sync.Mutex
	id     int
	checks int
}

// Table is the shares of a host.
type Table struct{ shares []*Share }

// NewTable mounts n shares.
func NewTable(n int) *Table {
	t := &Table{shares: make([]*Share, n)}
	for i := range t.shares {
		t.Mount(i)
	}
	return t
}

// Mount mounts a share, again if it was before.
func (t *Table) Mount(id int) {
	s := &Share{id: id}
	t.shares[id] = s
	go s.keep()
}

func (s *Share) keep() {
	for {
		s.check()
		time.Sleep(time.Duration(4+s.id%5) * time.Second)
	}
}

func (s *Share) check() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.checks++
}
