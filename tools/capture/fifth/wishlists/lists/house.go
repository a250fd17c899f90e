// Package lists has a keeper for each list in use.
package lists

import (
	"context"
	"sync"
	"time"
)

const (
	patience = 16 * time.Second // a keeper without work leaves after that
	mailbox  = 8
)

// Wish is one entry.
type Wish struct {
	Article int
	Note    string
}

// House knows the keepers at work.
type House struct {
	ctx     context.Context
	mu      sync.Mutex
	keepers map[string]*keeper
	lost    int
}

// NewHouse has no keepers yet; all of them leave when ctx ends.
func NewHouse(ctx context.Context) *House {
	return &House{ctx: ctx, keepers: make(map[string]*keeper)}
}

// Tell hands wish to the keeper of the list; one with a full mailbox loses it.
func (h *House) Tell(list string, wish Wish) {
	h.mu.Lock()
	defer h.mu.Unlock()
	k, ok := h.keepers[list]
	if !ok {
		k = &keeper{house: h, list: list, inbox: make(chan Wish, mailbox)}
		h.keepers[list] = k
		go k.run()
	}
	select {
	case k.inbox <- wish:
	default:
		h.lost++
	}
}

// release takes k out unless somebody has written meanwhile.
func (h *House) release(k *keeper) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(k.inbox) > 0 {
		return false
	}
	delete(h.keepers, k.list)
	return true
}
