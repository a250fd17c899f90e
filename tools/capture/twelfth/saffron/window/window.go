// Package window keeps sums until their window is over.
package window

import (
	"compress/gzip"
	"encoding/gob"
	"io"
	"log"
	"sync"
	"time"
)

// Sum is of one key.
type Sum struct {
	Key     string
	Count   int
	Total   float64
	Buckets [40]float64
}

// Windows has the sums of the window that is open.
type Windows struct {
	width  time.Duration
	mu     sync.Mutex
	opened time.Time
	sums   map[string]*Sum
}

// New opens a window.
func New(width time.Duration) *Windows {
	return &Windows{width: width, opened: time.Now(), sums: make(map[string]*Sum)}
}

// Add adds a value; the first after the end of a window writes it.
func (w *Windows) Add(key string, value float64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if time.Since(w.opened) > w.width {
		go write(w.sums)
		w.opened, w.sums = time.Now(), make(map[string]*Sum)
	}
	s := w.sums[key]
	if s == nil {
		s = &Sum{Key: key}
		w.sums[key] = s
	}
	s.Count++
	s.Total += value
	s.Buckets[s.Count%len(s.Buckets)] = value
}

func write(sums map[string]*Sum) {
	packer := gzip.NewWriter(io.Discard)
	out := gob.NewEncoder(packer)
	for _, s := range sums {
		if err := out.Encode(s); err != nil {
			log.Print(err)
			return
		}
	}
	if err := packer.Close(); err != nil {
		log.Print(err)
	}
}
