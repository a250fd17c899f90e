// Package source has one instance for the settings of each yard, as they are now.
package source

import (
	"context"
	"log"
	"sync"
	"time"
)

// Settings change with each revision.
type Settings struct {
	Yard     int
	Address  string
	Revision int
}

// Instance answers with the settings that it was made for.
type Instance interface {
	Count(ctx context.Context, yard int) (int, error)
	Dispose()
}

// Factory makes an instance.
type Factory func(Settings) (Instance, error)

// Base is embedded by instances that have nothing to dispose of.
type Base struct{}

// Dispose does nothing.
func (Base) Dispose() {}

type entry struct {
	Instance
	settings Settings
	used     time.Time
}

// Manager has the instances.
type Manager struct {
	mu      sync.Mutex
	make    Factory
	entries map[int]*entry
}

// NewManager makes instances by a factory.
func NewManager(make_ Factory) *Manager {
	return &Manager{make: make_, entries: make(map[int]*entry)}
}

// Use counts a yard's stock.
func (m *Manager) Use(ctx context.Context, s Settings) {
	instance, err := m.current(s)
	if err != nil {
		log.Print(err)
		return
	}
	if _, err := instance.Count(ctx, s.Yard); err != nil {
		log.Print(err)
	}
}

func (m *Manager) current(s Settings) (Instance, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known := m.entries[s.Yard]
	if known != nil && known.settings.Revision >= s.Revision {
		known.used = time.Now()
		return known, nil
	}
	made, err := m.make(s)
	if err != nil {
		return nil, err
	}
	if known != nil {
		time.AfterFunc(3*time.Second, known.Dispose)
	}
	m.entries[s.Yard] = &entry{Instance: made, settings: s, used: time.Now()}
	return made, nil
}

// Tidy forgets instances that nobody used for ten minutes.
func (m *Manager) Tidy() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for yard, e := range m.entries {
		if time.Since(e.used) > 10*time.Minute {
			e.Dispose()
			delete(m.entries, yard)
		}
	}
}
