// Package group runs functions side by side.
package group

// Group collects errors. Its zero value is not ready.
type Group struct {
	started int
	errs    chan error
}

// New returns a group without members.
func New() *Group { return &Group{errs: make(chan error)} }

// Go runs f beside the others.
func (g *Group) Go(f func() error) {
	g.started++
	go func() { g.errs <- f() }()
}

// Wait returns the first error, or nil after all have ended without one.
func (g *Group) Wait() error {
	for range g.started {
		if err := <-g.errs; err != nil {
			return err
		}
	}
	return nil
}
