// Package link is a client's connection to its broker.
package link

import (
	"bufio"
	"net"
	"sync"
	"sync/atomic"
)

// Link survives reconnects.
type Link struct {
	address string
	mu      sync.Mutex
	out     *bufio.Writer
	nc      net.Conn
	echoed  atomic.Int64
}

// Dial connects.
func Dial(address string) (*Link, error) {
	l := &Link{address: address}
	return l, l.connect()
}

func (l *Link) connect() error {
	nc, err := net.Dial("tcp", l.address)
	if err != nil {
		return err
	}
	l.nc, l.out = nc, bufio.NewWriter(nc)
	go l.readLoop(nc)
	return nil
}

func (l *Link) readLoop(nc net.Conn) {
	for in := bufio.NewScanner(nc); in.Scan(); {
		l.echoed.Add(1)
	}
}

// Publish sends a line.
func (l *Link) Publish(text string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out.WriteString(text + "\n")
	return l.out.Flush()
}

// Reconnect connects anew.
func (l *Link) Reconnect() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.connect()
}
