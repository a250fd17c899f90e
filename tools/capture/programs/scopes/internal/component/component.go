// Package component is a running part of the service, as a context.
package component

import (
	"context"
	"time"
)

// Component is a context that ends with Stop.
type Component struct {
	context.Context
	done chan struct{}
}

// New runs until Stop.
func New() *Component {
	return &Component{Context: context.Background(), done: make(chan struct{})}
}

// Stop ends the component.
func (c *Component) Stop() { close(c.done) }

// Done is closed by Stop.
func (c *Component) Done() <-chan struct{} { return c.done }

// Err says whether the component was stopped.
func (c *Component) Err() error {
	select {
	case <-c.done:
		return context.Canceled
	default:
		return nil
	}
}

// Deadline is none.
func (c *Component) Deadline() (time.Time, bool) { return time.Time{}, false }
