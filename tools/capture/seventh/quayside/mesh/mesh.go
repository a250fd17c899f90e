// Package mesh is the configuration of all.
package mesh

import (
	"fmt"
	"strings"
	"sync"
)

// Mesh has a version.
type Mesh struct {
	mu      sync.Mutex
	version int
	size    int
	changed chan struct{}
}

// New has so many services.
func New(size int) *Mesh { return &Mesh{size: size, changed: make(chan struct{})} }

// Change makes a new version.
func (m *Mesh) Change() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.version++
	close(m.changed)
	m.changed = make(chan struct{})
}

// Changed is closed at the next change.
func (m *Mesh) Changed() <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.changed
}

// For renders the configuration of a proxy. Outdated proxies understand only a part.
func (m *Mesh) For(proxy, kind string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if strings.HasPrefix(proxy, "outdated") && kind == "endpoints" {
		return "", fmt.Errorf("mesh: %s does not understand %s", proxy, kind)
	}
	return fmt.Sprintf("%s %d of %d", kind, m.version, m.size), nil
}
