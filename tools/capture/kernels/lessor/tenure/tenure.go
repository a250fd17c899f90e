// Package tenure keeps leases.
package tenure

import (
	"sync"
	"time"
)

// Lease ends at a time.
type Lease struct{ until time.Time }

// Office has all leases.
type Office struct {
	mu     sync.RWMutex
	leases map[int]*Lease
	mark   func(id int)
}

// Promote makes this office the one that counts.
func (o *Office) Promote(extend time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, l := range o.leases {
		l.until = time.Now().Add(extend)
	}
	o.markAll()
}

func (o *Office) markAll() {
	for id := range o.leases {
		o.mark(id)
	}
}

// Mark writes a lease's end down.
func (o *Office) Mark(id int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if l, ok := o.leases[id]; ok {
		l.until = l.until.Add(time.Second)
	}
}

// Run promotes an office with three leases.
func Run(int) {
	o := &Office{leases: map[int]*Lease{1: {}, 2: {}, 3: {}}}
	o.mark = func(id int) { o.Mark(id) }
	o.Promote(time.Minute)
}
