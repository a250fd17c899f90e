// Package extension has hooks.
package extension

import "git.tangent.example/plugins/hookset/registry"

// Counter counts events.
type Counter struct{ n int }

// NewCounter counts from zero.
func NewCounter() *Counter { return &Counter{} }

// OnEvent counts one.
func (c *Counter) OnEvent(int) { c.n++ }

// Once wants one event only.
type Once struct {
	hooks  *registry.Registry
	number int
}

// NewOnce waits for the next event.
func NewOnce(hooks *registry.Registry) *Once {
	o := &Once{hooks: hooks}
	o.number = hooks.Add(o.OnEvent)
	return o
}

// OnEvent takes the hook out again.
func (o *Once) OnEvent(int) { o.hooks.Remove(o.number) }
