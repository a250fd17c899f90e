// Package mux tells frames to their streams.
package mux

import (
	"fmt"
	"io"
	"sync"

	"git.nightfall.example/mux/lullaby/stream"
)

// Mux has the open streams.
type Mux struct {
	pipe func() *stream.Pipe

	mu      sync.Mutex
	next    uint32
	streams map[uint32]*stream.Pipe
}

// New makes streams with pipe.
func New(pipe func() *stream.Pipe) *Mux {
	return &Mux{pipe: pipe, streams: make(map[uint32]*stream.Pipe)}
}

// Open begins a stream.
func (m *Mux) Open() (uint32, *stream.Pipe) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next++
	p := m.pipe()
	m.streams[m.next] = p
	return m.next, p
}

// Frame brings a frame to its stream.
func (m *Mux) Frame(id uint32, frame []byte) error {
	m.mu.Lock()
	p, open := m.streams[id]
	m.mu.Unlock()
	if !open {
		return fmt.Errorf("mux: no stream %d", id)
	}
	_, err := p.Write(frame)
	return err
}

// Close ends a stream.
func (m *Mux) Close(id uint32) {
	m.mu.Lock()
	p := m.streams[id]
	delete(m.streams, id)
	m.mu.Unlock()
	p.Close()
}

// Drain reads a stream to its end and returns how much there was.
func (m *Mux) Drain(p *stream.Pipe) int {
	read, frame := 0, make([]byte, 2048)
	for {
		n, err := p.Read(frame)
		read += n
		if err == io.EOF || err == io.ErrNoProgress {
			return read
		}
	}
}
