// Package snapshot is all configuration at a moment.
package snapshot

import "fmt"

// Snapshot has routes by their path.
type Snapshot struct {
	version int
	routes  map[string]string
}

// Load loads a version.
func Load(version int) *Snapshot {
	s := &Snapshot{version: version, routes: make(map[string]string)}
	for i := 0; i < 9000; i++ {
		s.routes[fmt.Sprintf("/api/v2/resource-%05d", i)] = fmt.Sprintf("cluster-%d.version-%d.zone.example:8443", i%211, version)
	}
	return s
}

// Route is where a resource is.
func (s *Snapshot) Route(n int) string { return s.routes[fmt.Sprintf("/api/v2/resource-%05d", n%9000)] }
