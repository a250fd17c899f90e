// Package lease lets one at a time have a thing.
package lease

import (
	"errors"
	"sync"
	"time"
)

const (
	term  = 2 * time.Second
	pause = 500 * time.Millisecond
)

// ErrTaken is the answer to whom comes second.
var ErrTaken = errors.New("lease: somebody else has it")

// Keeper knows who has what and until when.
type Keeper struct {
	mu    sync.Mutex
	until map[string]time.Time
}

// NewKeeper is a keeper of nothing.
func NewKeeper() *Keeper { return &Keeper{until: make(map[string]time.Time)} }

// Lease is renewed until it is released.
type Lease struct {
	keeper *Keeper
	name   string
	clock  *time.Ticker
}

// Hold takes the lease of name.
func (k *Keeper) Hold(name string) (*Lease, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if time.Now().Before(k.until[name]) {
		return nil, ErrTaken
	}
	k.until[name] = time.Now().Add(term)
	l := &Lease{keeper: k, name: name, clock: time.NewTicker(pause)}
	go l.renew()
	return l, nil
}

func (l *Lease) renew() {
	for range l.clock.C {
		l.keeper.extend(l.name)
	}
}

// Release gives the lease back.
func (l *Lease) Release() {
	l.clock.Stop()
	l.keeper.mu.Lock()
	defer l.keeper.mu.Unlock()
	delete(l.keeper.until, l.name)
}

func (k *Keeper) extend(name string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, held := k.until[name]; held {
		k.until[name] = time.Now().Add(term)
	}
}
