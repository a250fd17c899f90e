package registry

import "sync"

// entry is a registry, or, after its removal, what it counted last.
type entry struct {
	tenant     string
	registry   *Registry
	lastGather map[string][]Sample
}

// Tenants is the registries of all tenants. Counters never go backwards, so those of a tenant that left still count.
type Tenants struct {
	mu   sync.Mutex
	regs []*entry
}

// New is empty.
func New() *Tenants { return &Tenants{} }

// AddTenant begins to count for a tenant.
func (t *Tenants) AddTenant(tenant string) *Registry {
	r := &Registry{families: make(map[string][]*Sample)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.regs = append(t.regs, &entry{tenant: tenant, registry: r})
	return r
}

// SoftRemove stops to count for a tenant.
func (t *Tenants) SoftRemove(tenant string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, e := range t.regs {
		if e.tenant == tenant && e.registry != nil {
			e.lastGather = e.registry.Gather()
			e.registry = nil
		}
	}
}

// Sums adds up each family over all tenants, past and present.
func (t *Tenants) Sums() map[string]float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	sums := make(map[string]float64)
	for _, e := range t.regs {
		families := e.lastGather
		if e.registry != nil {
			families = e.registry.Gather()
		}
		for name, list := range families {
			for _, s := range list {
				sums[name] += s.Value
			}
		}
	}
	return sums
}
