// Package protocol talks to one device.
package protocol

import (
	"sync"
	"time"
)

type message struct{ kind int }

type model struct{ conn *Conn }

// Config is told of a message.
func (m *model) Config(message) { m.conn.Close() }

// Conn reads and dispatches.
type Conn struct {
	receiver *model
	inbox    chan message
	stopped  chan struct{}
	closed   chan struct{}
	once     sync.Once
}

func (c *Conn) read() {
	clock := time.NewTicker(20 * time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case <-c.closed:
			return
		case <-clock.C:
		}
	}
}

func (c *Conn) dispatch() {
	defer close(c.stopped)
	for {
		select {
		case m := <-c.inbox:
			c.receiver.Config(m)
		case <-c.closed:
			return
		}
	}
}

func (c *Conn) shut() {
	c.once.Do(func() {
		close(c.closed)
		<-c.stopped
	})
}

// Close ends the connection.
func (c *Conn) Close() { c.shut() }

// Run has one message come.
func Run(int) {
	m := &model{}
	c := &Conn{receiver: m, inbox: make(chan message), stopped: make(chan struct{}), closed: make(chan struct{})}
	m.conn = c
	go c.read()
	go c.dispatch()
	c.inbox <- message{}
	<-c.stopped
}
