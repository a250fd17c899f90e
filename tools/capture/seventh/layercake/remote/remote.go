// Package remote pulls the layers of images, not too many at a time.
package remote

import (
	"bytes"
	"io"
	"sync"
	"time"
)

// Registry has images.
type Registry struct{ places *limiter }

// New pulls so many layers at a time.
func New(most int) *Registry { return &Registry{places: newLimiter(most)} }

// Image is known by its layers.
type Image struct {
	registry *Registry
	Name     string
	Layers   int
}

// Image returns an image.
func (r *Registry) Image(name string, layers int) *Image {
	return &Image{registry: r, Name: name, Layers: layers}
}

type layer struct {
	io.Reader
	once   sync.Once
	places *limiter
}

// Close gives the place back.
func (l *layer) Close() error {
	l.once.Do(l.places.release)
	return nil
}

// Layer begins to pull a layer. The caller has to close it.
func (i *Image) Layer(n int) io.ReadCloser {
	i.registry.places.acquire()
	time.Sleep(15 * time.Millisecond)
	return &layer{Reader: bytes.NewReader(bytes.Repeat([]byte(i.Name), 700+n)), places: i.registry.places}
}
