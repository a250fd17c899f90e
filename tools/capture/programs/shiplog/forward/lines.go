// Package forward sends lines to the collector.
package forward

import (
	"fmt"
	"log"
	"net"
	"sync"
)

// Lines sends to one collector.
type Lines struct {
	collector string
	mu        sync.Mutex
	spare     map[string]net.Conn
}

// NewLines sends to the collector at this address.
func NewLines(collector string) *Lines {
	return &Lines{collector: collector, spare: map[string]net.Conn{}}
}

// Ship sends one batch.
func (l *Lines) Ship(batch string) {
	c, err := l.conn()
	if err != nil {
		log.Print(err)
		return
	}
	if _, err := fmt.Fprintln(c, batch); err != nil {
		log.Print(err)
		c.Close()
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.spare[c.LocalAddr().String()] = c
}

func (l *Lines) conn() (net.Conn, error) {
	l.mu.Lock()
	c, ok := l.spare[l.collector]
	delete(l.spare, l.collector)
	l.mu.Unlock()
	if ok {
		return c, nil
	}
	return net.Dial("tcp", l.collector)
}
