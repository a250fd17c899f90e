// Package leases end unless they are renewed.
package leases

import (
	"fmt"
	"sync"
	"time"
)

type lease struct {
	thing string
	terms [20]int64
	end   *time.Timer
}

// Leases are by number.
type Leases struct {
	mu    sync.Mutex
	lasts time.Duration
	open  map[int]*lease
}

// New last so long each.
func New(lasts time.Duration) *Leases { return &Leases{lasts: lasts, open: make(map[int]*lease)} }

// Renew renews a lease or begins it.
func (l *Leases) Renew(number int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if old := l.open[number]; old != nil {
		old.end.Stop()
	}
	fresh := &lease{thing: fmt.Sprintf("thing number %d on the shelf", number)}
	fresh.end = time.AfterFunc(l.lasts, func() { l.drop(number, fresh) })
	l.open[number] = fresh
}

func (l *Leases) drop(number int, gone *lease) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[number] == gone {
		delete(l.open, number)
	}
}
