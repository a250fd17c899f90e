// Package task runs what belongs together.
package task

import "sync"

// Group has tasks.
type Group struct {
	tasks   []func() error
	cleanup func()
}

// Add adds a task.
func (g *Group) Add(task func() error) { g.tasks = append(g.tasks, task) }

// Cleanup is called when all have ended.
func (g *Group) Cleanup(call func()) { g.cleanup = call }

// Run runs all and returns the first error.
func (g *Group) Run() error {
	var running sync.WaitGroup
	errs := make(chan error, len(g.tasks))
	for _, task := range g.tasks {
		running.Add(1)
		go func() {
			defer running.Done()
			errs <- task()
		}()
	}
	running.Wait()
	g.cleanup()
	return <-errs
}
