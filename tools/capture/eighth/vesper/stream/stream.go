// Package stream tells listeners of events.
package stream

import (
	"fmt"
	"net/http"
	"sync"

	"go.slateworks.example/frame/warm"
)

type events struct {
	latest chan int
	over   chan struct{}
	once   sync.Once
	sent   [512]int32
}

func newEvents() *events { return &events{latest: make(chan int, 64), over: make(chan struct{})} }

func (e *events) end() { e.once.Do(func() { close(e.over) }) }

// Streams are those that are open.
type Streams struct {
	server *http.Server
	table  *warm.Table

	mu   sync.Mutex
	open map[*events]struct{}
}

// New has none.
func New(server *http.Server, table *warm.Table) *Streams {
	return &Streams{server: server, table: table, open: make(map[*events]struct{})}
}

// Tell tells all.
func (s *Streams) Tell(event int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for e := range s.open {
		select {
		case e.latest <- event:
		default:
		}
	}
}

// ServeHTTP is a stream, until the listener leaves or the server ends.
func (s *Streams) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e := s.begin()
	defer s.leave(e)
	flusher, _ := w.(http.Flusher)
	for n := 0; ; n++ {
		select {
		case event := <-e.latest:
			e.sent[n%len(e.sent)] = int32(event)
			if _, err := fmt.Fprintf(w, "data: %s\n\n", s.table.Row(event%6000).Name); err != nil {
				return
			}
			flusher.Flush()
		case <-e.over:
			return
		case <-r.Context().Done():
			return
		}
	}
}

func (s *Streams) begin() *events {
	e := newEvents()
	s.server.RegisterOnShutdown(e.end)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[e] = struct{}{}
	return e
}

func (s *Streams) leave(e *events) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, e)
}
