// Package config knows how everybody wants things.
package config

import (
	"fmt"

	"go.schist.example/events/schist/bus"
)

// Config is by workspace.
type Config struct {
	Version    int
	Workspaces []string
}

// Source publishes what it reads.
type Source struct{ bus *bus.Bus }

// New publishes on a bus.
func New(b *bus.Bus) *Source { return &Source{bus: b} }

// Poll reads version n.
func (s *Source) Poll(n int) { s.bus.Publish("config", s.read(n)) }

func (s *Source) read(n int) *Config {
	c := &Config{Version: n}
	for i := 0; i < 400; i++ {
		c.Workspaces = append(c.Workspaces, fmt.Sprintf("workspace-%d wants its events in region %d", i, i*n%7))
	}
	return c
}
