// Package status keeps what is known of pods and syncs it.
package status

import (
	"sync"
	"time"
)

// Manager has statuses.
type Manager struct {
	mu      sync.RWMutex
	byPod   map[string]int
	changed chan string
}

// Start syncs what changes.
func (m *Manager) Start() {
	go func() {
		for {
			m.sync()
		}
	}()
}

func (m *Manager) sync() {
	pod := <-m.changed
	time.Sleep(10 * time.Millisecond)
	m.Forget(pod)
}

// Forget takes a pod out.
func (m *Manager) Forget(pod string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.byPod, pod)
}

// Set notes a pod's status.
func (m *Manager) Set(pod string, status int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.byPod[pod] = status
	m.changed <- pod
}

// Run sets two pods.
func Run(int) {
	m := &Manager{byPod: map[string]int{}, changed: make(chan string)}
	m.Start()
	go m.Set("a", 1)
	go m.Set("b", 2)
}
