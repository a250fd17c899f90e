// Package mirror keeps what was declared.
package mirror

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
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

// Reflector keeps the things of a kind.
type Reflector struct {
	open   func(ctx context.Context, kind string) (io.ReadCloser, error)
	kind   string
	mu     sync.RWMutex
	things map[string]control.Thing
}

// NewReflector follows kind at s.
func NewReflector(s *Source, kind string) *Reflector {
	return &Reflector{open: s.open, kind: kind, things: make(map[string]control.Thing)}
}

// Run follows until ctx ends.
func (r *Reflector) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := r.follow(ctx); err != nil && ctx.Err() == nil {
			log.Printf("%s: %v", r.kind, err)
			time.Sleep(2 * time.Second)
		}
	}
}

func (r *Reflector) follow(ctx context.Context) error {
	stream, err := r.open(ctx, r.kind)
	if err != nil {
		return err
	}
	defer stream.Close()
	for in := json.NewDecoder(stream); ; {
		var t control.Thing
		if err := in.Decode(&t); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		r.set(t)
	}
}

func (r *Reflector) set(t control.Thing) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.things[t.Name] = t
}
