// Package exchange takes readings.
package exchange

import (
	"bufio"
	"fmt"
	"net"
	"sync"
)

// Exchange has connections.
type Exchange struct {
	mu    sync.Mutex
	conns map[net.Conn]bool
	l     net.Listener
}

// New is closed.
func New() *Exchange { return &Exchange{conns: make(map[net.Conn]bool)} }

// Accept serves until Stop.
func (x *Exchange) Accept(l net.Listener) {
	x.mu.Lock()
	x.l = l
	x.mu.Unlock()
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go x.serve(c)
	}
}

func (x *Exchange) serve(c net.Conn) {
	x.mu.Lock()
	x.conns[c] = true
	x.mu.Unlock()
	defer func() {
		c.Close()
		x.mu.Lock()
		defer x.mu.Unlock()
		delete(x.conns, c)
	}()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if _, err := fmt.Fprintln(c, "taken"); err != nil {
			return
		}
	}
}

// Stop goes away.
func (x *Exchange) Stop() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.l.Close()
	for c := range x.conns {
		c.Close()
	}
}
