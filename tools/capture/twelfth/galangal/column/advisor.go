package column

import (
	"sync"
	"time"
)

// Advisor looks at what is being read, to read ahead where it is worth it.
type Advisor struct {
	mu      sync.Mutex
	readers map[*Reader]time.Time
	ahead   int
}

// NewAdvisor looks at nothing yet.
func NewAdvisor() *Advisor { return &Advisor{readers: make(map[*Reader]time.Time)} }

func (a *Advisor) add(r *Reader) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.readers[r] = time.Now()
}

func (a *Advisor) remove(r *Reader) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.readers, r)
}

// Look counts the readers that are worth it.
func (a *Advisor) Look() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ahead = 0
	for _, since := range a.readers {
		if time.Since(since) < time.Second {
			a.ahead++
		}
	}
}
