// Package bundle gathers lines by where they come from, and sends them when there are enough.
package bundle

import (
	"compress/gzip"
	"io"
	"log"
	"sync"
)

// Line is one.
type Line struct {
	Level int
	Text  string
}

// Bundle has lines that were not sent yet.
type Bundle struct {
	mu    sync.Mutex
	most  int
	bytes int
	by    map[string][]Line
	send  func(map[string][]Line) error
}

// New sends when most bytes are there.
func New(most int, send func(map[string][]Line) error) *Bundle {
	return &Bundle{most: most, by: map[string][]Line{}, send: send}
}

// Add gathers a line.
func (b *Bundle) Add(source string, l Line) {
	b.mu.Lock()
	b.by[source] = append(b.by[source], l)
	b.bytes += len(l.Text)
	var full map[string][]Line
	if b.bytes > b.most {
		full, b.by, b.bytes = b.by, map[string][]Line{}, 0
	}
	b.mu.Unlock()
	if full != nil {
		if err := b.send(full); err != nil {
			log.Print(err)
		}
	}
}

// Discard packs lines and throws them away.
func Discard(by map[string][]Line) error {
	w := gzip.NewWriter(io.Discard)
	for _, lines := range by {
		for _, l := range lines {
			if _, err := io.WriteString(w, l.Text); err != nil {
				return err
			}
		}
	}
	return w.Close()
}
