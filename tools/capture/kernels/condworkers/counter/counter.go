// Package counter serves a queue.
package counter

import (
	"sync"
	"time"
)

type queue struct {
	cond  *sync.Cond
	items []int
}

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

type controller struct{ working sync.RWMutex }

func (c *controller) worker(q *queue) {
	for {
		item := q.Get()
		c.working.RLock()
		time.Sleep(time.Duration(item%7) * time.Millisecond)
		c.working.RUnlock()
	}
}

// Run serves a queue with eight workers.
func Run(int) {
	q := &queue{cond: sync.NewCond(&sync.Mutex{})}
	c := &controller{}
	for i := 0; i < 8; i++ {
		go c.worker(q)
	}
	for i := 0; ; i++ {
		q.Put(i)
		time.Sleep(100 * time.Millisecond)
	}
}
