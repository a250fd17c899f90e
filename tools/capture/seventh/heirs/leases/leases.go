// Package leases gives each lease to one connection at a time, in the order in which they asked.
package leases

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync"
)

// Board has a queue of one place for each lease.
type Board struct {
	mu     sync.Mutex
	leases map[string]chan struct{}
}

// New has given nothing.
func New() *Board { return &Board{leases: make(map[string]chan struct{})} }

func (b *Board) lease(name string) chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.leases[name] == nil {
		b.leases[name] = make(chan struct{}, 1)
	}
	return b.leases[name]
}

// Accept serves candidates.
func (b *Board) Accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go b.serve(c)
	}
}

// serve holds a lease for a connection until that ends.
func (b *Board) serve(c net.Conn) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	if !lines.Scan() {
		return
	}
	place := b.lease(lines.Text())
	place <- struct{}{}
	defer func() { <-place }()
	if _, err := fmt.Fprintln(c, "yours"); err != nil {
		return
	}
	for lines.Scan() {
		if _, err := fmt.Fprintln(c, "still yours"); err != nil {
			return
		}
	}
}
