// Package crew has workers for hire.
package crew

import "sync"

// Crew works off jobs.
type Crew struct {
	jobs chan func()
	open sync.WaitGroup
}

// Hire returns a crew of n.
func Hire(n int) *Crew {
	c := &Crew{jobs: make(chan func())}
	for range n {
		go c.work()
	}
	return c
}

func (c *Crew) work() {
	for job := range c.jobs {
		job()
		c.open.Done()
	}
}

// Do hands a job to whoever is free.
func (c *Crew) Do(job func()) {
	c.open.Add(1)
	c.jobs <- job
}

// Finish returns when everything handed out is done.
func (c *Crew) Finish() { c.open.Wait() }
