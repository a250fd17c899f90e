// Package tenancy keeps leases.
package tenancy

import (
	"sync"
	"time"
)

// Office has all leases.
type Office struct {
	mu     sync.RWMutex
	leases map[int]time.Time
}

func (o *Office) renew(id int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.leases[id%50] = time.Now().Add(time.Minute)
}

func (o *Office) checkpoint() {
	o.mu.Lock()
	defer o.mu.Unlock()
	time.Sleep(150 * time.Millisecond)
}

func (o *Office) keep() {
	for {
		o.checkpoint()
		time.Sleep(850 * time.Millisecond)
	}
}

var (
	office = &Office{leases: map[int]time.Time{}}
	once   sync.Once
)

// Run renews one lease.
func Run(n int) {
	once.Do(func() { go office.keep() })
	office.renew(n)
}
