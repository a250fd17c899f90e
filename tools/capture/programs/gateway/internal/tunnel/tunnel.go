// Package tunnel keeps one tunnel a tenant.
package tunnel

import (
	"context"
	"log"
	"sync"
	"time"
)

// Tunnel is a tenant's way out.
type Tunnel struct {
	tenant int
	mu     sync.Mutex
	opened int
}

// Table is all tunnels.
type Table struct{ tunnels []*Tunnel }

// NewTable makes n tunnels and probes them.
func NewTable(ctx context.Context, n int) *Table {
	t := &Table{}
	for i := 0; i < n; i++ {
		tunnel := &Tunnel{tenant: i}
		t.tunnels = append(t.tunnels, tunnel)
		go tunnel.probe(ctx)
	}
	return t
}

// For returns a tenant's tunnel.
func (t *Table) For(tenant int) *Tunnel { return t.tunnels[tenant%len(t.tunnels)] }

// Open opens the tunnel once more and returns how often it has been.
func (t *Tunnel) Open() int {
	t.mu.Lock()
	t.opened++
	opened := t.opened
	t.mu.Unlock()
	go t.hold(make([]byte, 4096))
	return opened
}

func (t *Tunnel) hold(window []byte) {
	defer t.release(window)
	select {}
}

func (t *Tunnel) release(window []byte) {
	log.Printf("tunnel %d: released %d bytes", t.tenant, len(window))
}

func (t *Tunnel) probe(ctx context.Context) {
	tick := time.NewTicker(5 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			t.mu.Lock()
			t.opened += 0
			t.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
