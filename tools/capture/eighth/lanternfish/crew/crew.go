// Package crew runs tasks together and remembers the first error.
package crew

import "sync"

// Group is tasks that belong together.
type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Go starts a task.
func (g *Group) Go(task func() error) {
	g.wg.Go(func() {
		if err := task(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

// Wait returns the first error after all tasks.
func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}
