package limit

import (
	"context"
	"sync"
	"time"
)

type place struct {
	limiter *Limiter
	used    time.Time
}

// Keyed has a limiter for each key.
type Keyed struct {
	perSecond int64
	idle      time.Duration

	mu     sync.Mutex
	places map[string]*place
}

// NewKeyed allows each key perSecond and forgets one that is idle for so long.
func NewKeyed(perSecond int64, idle time.Duration) *Keyed {
	return &Keyed{perSecond: perSecond, idle: idle, places: make(map[string]*place)}
}

// For returns the limiter of a key.
func (k *Keyed) For(key string) *Limiter {
	k.mu.Lock()
	defer k.mu.Unlock()
	p, known := k.places[key]
	if !known {
		p = &place{limiter: New(context.Background(), k.perSecond)}
		k.places[key] = p
	}
	p.used = time.Now()
	return p.limiter
}

// Forget drops idle keys.
func (k *Keyed) Forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for key, p := range k.places {
		if time.Since(p.used) > k.idle {
			delete(k.places, key)
		}
	}
}
