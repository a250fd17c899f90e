// Package calm waits until it is quiet.
package calm

import (
	"strconv"
	"sync"
	"time"
)

type bell struct {
	mu      sync.Mutex
	timer   *time.Timer
	pending []string
	told    int
}

// House has bells.
type House struct{ bells []*bell }

// NewHouse has n bells, all of them rung a moment ago.
func NewHouse(n int) *House {
	h := &House{}
	for i := 0; i < n; i++ {
		b := &bell{}
		b.timer = time.AfterFunc(time.Duration(1+i%9)*time.Second, b.tell)
		h.bells = append(h.bells, b)
	}
	return h
}

// Ring rings some bells.
func (h *House) Ring(n int) {
	for i := 0; i < 1+n%4; i++ {
		h.bells[(n*7919+i*13)%len(h.bells)].ring("visitor " + strconv.Itoa(n))
	}
}

func (b *bell) ring(who string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pending = append(b.pending, who)
	b.timer.Reset(4 * time.Second)
}

func (b *bell) tell() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.told += len(b.pending)
	b.pending = nil
}
