// Package notify keeps watches of folders: by path for those who ask, by number for what the kernel reports.
package notify

import (
	"fmt"
	"sync"
	"time"
)

// Mark is a watch.
type Mark struct {
	Number  int
	Path    string
	Since   time.Time
	Events  [48]uint32
	Pending []string
}

// Watcher has two views of the same watches.
type Watcher struct {
	mu      sync.Mutex
	next    int
	watches map[string]*Mark
	paths   map[int]*Mark
}

// New watches nothing.
func New() *Watcher {
	return &Watcher{watches: make(map[string]*Mark), paths: make(map[int]*Mark)}
}

func newMark(number int, path string) *Mark {
	return &Mark{Number: number, Path: path, Since: time.Now(), Pending: make([]string, 0, 8)}
}

// Add watches a folder.
func (w *Watcher) Add(path string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, known := w.watches[path]; known {
		return fmt.Errorf("notify: %s is watched", path)
	}
	w.next++
	m := newMark(w.next, path)
	w.watches[path] = m
	w.paths[m.Number] = m
	return nil
}

// Remove stops to watch a folder.
func (w *Watcher) Remove(path string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	m, known := w.watches[path]
	if !known {
		return fmt.Errorf("notify: %s is not watched", path)
	}
	delete(w.watches, path)
	m.Pending = m.Pending[:0]
	return nil
}

// Dispatch takes an event for a number.
func (w *Watcher) Dispatch(number int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if m, known := w.paths[number%(w.next+1)]; known {
		m.Events[number%len(m.Events)]++
	}
}
