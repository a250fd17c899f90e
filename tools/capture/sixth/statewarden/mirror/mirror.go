// Package mirror keeps what was declared.
package mirror

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"git.wardenry.example/control/statewarden/control"
)

// Source is where things are declared.
type Source struct {
	base   string
	client *http.Client
}

// NewSource is at base; streams have no time limit but that of the other side.
func NewSource(base string) *Source {
	return &Source{base: base, client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 10 * time.Second}}}
}

func (s *Source) open(ctx context.Context, kind string) (io.ReadCloser, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/"+kind, nil)
	if err != nil {
		return nil, err
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK {
		answer.Body.Close()
		return nil, fmt.Errorf("mirror: %s", answer.Status)
	}
	return answer.Body, nil
}

// Mirror keeps the things of all kinds.
type Mirror struct {
	mu     sync.RWMutex
	things map[string]control.Thing
}

// New is empty.
func New() *Mirror { return &Mirror{things: make(map[string]control.Thing)} }

// Follow keeps the things that come until changes is closed.
func (m *Mirror) Follow(changes <-chan control.Thing) {
	for t := range changes {
		m.mu.Lock()
		m.things[t.Name] = t
		m.mu.Unlock()
	}
}
