// Package ring says which tenants are here.
package ring

import (
	"log"
	"sync"

	"go.millrow.example/metrics/tidemill/registry"
)

var families = []string{"requests", "bytes", "failures", "seconds"}

// Ring has the tenants of this instance.
type Ring struct {
	tenants *registry.Tenants

	mu    sync.Mutex
	here  map[string]*registry.Registry
	names []string
}

// New owns nobody.
func New(tenants *registry.Tenants) *Ring {
	return &Ring{tenants: tenants, here: make(map[string]*registry.Registry)}
}

// Own takes a tenant.
func (r *Ring) Own(tenant string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names = append(r.names, tenant)
	r.take(tenant)
}

func (r *Ring) take(tenant string) {
	counters := r.tenants.AddTenant(tenant)
	for i := 0; i < 14; i++ {
		for _, family := range families {
			counters.Inc(family, i)
		}
	}
	r.here[tenant] = counters
}

// Move gives a tenant away and takes it back.
func (r *Ring) Move(tenant string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.tenants.SoftRemove(tenant)
	r.take(tenant)
}

// Traffic counts something for one tenant.
func (r *Ring) Traffic(turn int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	tenant := r.names[turn%len(r.names)]
	r.here[tenant].Inc(families[turn%len(families)], turn%14)
	if turn%5000 == 0 {
		log.Print(tenant, " is alive")
	}
}
