// Package state has contexts that can be paused as well as cancelled.
package state

import (
	"context"
	"sync"
)

// Context is cancelled or paused, by itself or by its parent.
type Context struct {
	cancelled, paused chan struct{}
	cancel, pause     sync.Once
	values            map[string]string
}

// Root ends with a plain context.
func Root(ctx context.Context) *Context {
	c := fresh()
	context.AfterFunc(ctx, c.Cancel)
	return c
}

func fresh() *Context {
	return &Context{cancelled: make(chan struct{}), paused: make(chan struct{}), values: map[string]string{"origin": "desk"}}
}

// Derive makes a context that hears its parent.
func Derive(parent *Context) *Context {
	c := fresh()
	go c.relay(parent)
	return c
}

func (c *Context) relay(parent *Context) {
	select {
	case <-parent.cancelled:
		c.Cancel()
	case <-parent.paused:
		c.Pause()
	case <-c.cancelled:
	case <-c.paused:
	}
}

// Cancel ends it.
func (c *Context) Cancel() { c.cancel.Do(func() { close(c.cancelled) }) }

// Pause holds it.
func (c *Context) Pause() { c.pause.Do(func() { close(c.paused) }) }

// Cancelled is closed by Cancel.
func (c *Context) Cancelled() <-chan struct{} { return c.cancelled }

// Paused is closed by Pause.
func (c *Context) Paused() <-chan struct{} { return c.paused }
