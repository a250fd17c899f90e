// Package rpc serves clients.
package rpc

import (
	"context"
	"errors"
	"log"
	"time"

	"go.larkspur.example/node/larkspur/bus"
)

var errClosed = errors.New("client closed")

const patience = time.Hour

type client struct {
	number int
	lines  chan string
}

// Environment is what all clients share.
type Environment struct{ events *bus.Bus }

// New tells events of a bus.
func New(events *bus.Bus) *Environment { return &Environment{events: events} }

// Subscribe tells a client all events.
func (e *Environment) Subscribe(ctx context.Context, number int) {
	c := &client{number: number, lines: make(chan string, 4)}
	go e.pump(ctx, c, e.events.Out())
	go c.drain()
}

func (e *Environment) pump(ctx context.Context, c *client, out <-chan bus.Event) {
	for {
		select {
		case event := <-out:
			writing, cancel := context.WithTimeout(ctx, patience)
			defer cancel()
			if err := c.write(writing, event); err != nil {
				log.Print(err)
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func (c *client) write(ctx context.Context, e bus.Event) error {
	if e.Height < 0 {
		return errClosed
	}
	select {
	case c.lines <- "height":
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *client) drain() {
	for range c.lines {
		time.Sleep(time.Millisecond)
	}
}
