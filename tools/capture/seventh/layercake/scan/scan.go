// Package scan looks through images.
package scan

import (
	"io"
	"sync"

	"go.confectioner.example/images/layercake/remote"
)

// Scanner counts.
type Scanner struct {
	registry *remote.Registry

	mu      sync.Mutex
	scanned int
	bytes   int64
}

// New scans images of registry.
func New(registry *remote.Registry) *Scanner {
	return &Scanner{registry: registry}
}

// Scan reads an image layer by layer; files of lower layers are needed until the end.
func (s *Scanner) Scan(name string, layers int) error {
	image := s.registry.Image(name, layers)
	for n := 0; n < image.Layers; n++ {
		layer := image.Layer(n)
		defer layer.Close()
		read, err := io.Copy(io.Discard, layer)
		if err != nil {
			return err
		}
		s.mu.Lock()
		s.bytes += read
		s.mu.Unlock()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scanned++
	return nil
}

// Scanned is how many images are done.
func (s *Scanner) Scanned() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.scanned
}
