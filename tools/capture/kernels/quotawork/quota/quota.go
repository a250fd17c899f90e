// Package quota counts what is used.
package quota

import (
	"sync"
	"time"
)

type queue struct {
	cond  *sync.Cond
	items []int
}

func newQueue() *queue { return &queue{cond: sync.NewCond(&sync.Mutex{})} }

// Get waits for an item.
func (q *queue) Get() int {
	q.cond.L.Lock()
	defer q.cond.L.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

// Put adds an item.
func (q *queue) Put(item int) {
	q.cond.L.Lock()
	defer q.cond.L.Unlock()
	q.items = append(q.items, item)
	q.cond.Signal()
}

// Controller has two queues and a lock that a sync of everything takes.
type Controller struct {
	working sync.RWMutex
	used    *queue
	missing *queue
}

func (c *Controller) worker(q *queue) func() {
	work := func() bool {
		c.working.RLock()
		defer c.working.RUnlock()
		return q.Get() < 0
	}
	return func() {
		for {
			if quit := work(); quit {
				return
			}
		}
	}
}

// Sync counts everything anew.
func (c *Controller) Sync() {
	c.working.Lock()
	defer c.working.Unlock()
	time.Sleep(time.Millisecond)
}

// Run works and syncs.
func Run(int) {
	c := &Controller{used: newQueue(), missing: newQueue()}
	go c.worker(c.used)()
	go c.worker(c.missing)()
	c.used.Put(1)
	time.Sleep(15 * time.Millisecond)
	go c.Sync()
	time.Sleep(15 * time.Millisecond)
	c.missing.Put(2)
}
