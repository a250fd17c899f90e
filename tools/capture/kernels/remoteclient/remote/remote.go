// Package remote calls a server.
package remote

import (
	"errors"
	"sync"
	"time"
)

// Client has one connection for all stubs.
type Client struct {
	mu     sync.RWMutex
	closed bool
	conn   int
}

type stub struct{ client *Client }

var errHalted = errors.New("halted")

func (s *stub) acquire(halted bool) error {
	s.client.mu.RLock()
	if s.client.closed || halted {
		return errHalted
	}
	return nil
}

func (s *stub) release() { s.client.mu.RUnlock() }

func (s *stub) call(halted bool) error {
	if err := s.acquire(halted); err != nil {
		return err
	}
	defer s.release()
	time.Sleep(time.Millisecond)
	return nil
}

// Close ends the connection.
func (c *Client) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
}

// Run calls twice and closes.
func Run(int) {
	c := &Client{}
	s := &stub{client: c}
	if s.call(false) == nil && s.call(true) != nil {
		c.Close()
	}
}
