// Package client is one conversation.
package client

import (
	"sync"

	"go.talc.example/chats/talc/library"
)

// Client hears answers.
type Client struct {
	lib    *library.Library
	number int
	mu     sync.Mutex
	heard  int
}

// New begins a conversation.
func New(lib *library.Library) *Client {
	c := &Client{lib: lib}
	number, answers := lib.Add()
	c.number = number
	go c.receive(answers)
	return c
}

func (c *Client) receive(answers <-chan library.Answer) {
	for a := range answers {
		c.mu.Lock()
		c.heard = a.Number
		c.mu.Unlock()
	}
}

// Close ends it.
func (c *Client) Close() { c.lib.Remove(c.number) }
