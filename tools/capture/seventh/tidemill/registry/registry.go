// Package registry has the counters of a tenant.
package registry

import "sync"

// Sample is one counter with its labels.
type Sample struct {
	Labels [3]string
	Value  float64
	Bounds []float64
}

// Registry is the counters of one tenant.
type Registry struct {
	mu       sync.Mutex
	families map[string][]*Sample
}

// Inc adds to the nth series of a family.
func (r *Registry) Inc(family string, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := r.families[family]
	for len(list) <= n {
		list = append(list, &Sample{Labels: [3]string{family, "zone", "a"}, Bounds: make([]float64, 12)})
	}
	list[n].Value++
	r.families[family] = list
}

// Gather copies all counters.
func (r *Registry) Gather() map[string][]Sample {
	r.mu.Lock()
	defer r.mu.Unlock()
	families := make(map[string][]Sample, len(r.families))
	for name, list := range r.families {
		families[name] = gatherFamily(list)
	}
	return families
}

func gatherFamily(list []*Sample) []Sample {
	copied := make([]Sample, 0, len(list))
	for _, s := range list {
		c := *s
		c.Bounds = append([]float64(nil), s.Bounds...)
		copied = append(copied, c)
	}
	return copied
}
