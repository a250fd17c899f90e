// Package window keeps a table for each of the last seconds.
package window

import (
	"sync"
	"time"
)

// Window is a ring of tables.
type Window[K comparable, T any] struct {
	mu     sync.Mutex
	step   time.Duration
	start  time.Time
	turn   int
	tables []table[K, T]
}

type table[K comparable, T any] struct {
	cells map[K]*T
	spare []*T
}

// New has so many tables, each for a step.
func New[K comparable, T any](tables int, step time.Duration) *Window[K, T] {
	w := &Window[K, T]{step: step, start: time.Now(), tables: make([]table[K, T], tables)}
	w.tables[0].cells = make(map[K]*T)
	return w
}

// Note lets change work on the cell of key in the table of now; reset clears one that was used before.
func (w *Window[K, T]) Note(key K, reset, change func(*T)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.advance(reset)
	t := &w.tables[w.turn%len(w.tables)]
	cell := t.cells[key]
	if cell == nil {
		cell = t.take()
		t.cells[key] = cell
	}
	change(cell)
}

func (w *Window[K, T]) advance(reset func(*T)) {
	for now := int(time.Since(w.start) / w.step); w.turn < now; {
		w.turn++
		w.tables[w.turn%len(w.tables)].clear(reset)
	}
}

func (t *table[K, T]) clear(reset func(*T)) {
	if t.cells == nil {
		t.cells = make(map[K]*T)
	}
	for key, cell := range t.cells {
		reset(cell)
		t.spare = append(t.spare, cell)
		delete(t.cells, key)
	}
}

func (t *table[K, T]) take() *T {
	if n := len(t.spare); n > 0 {
		cell := t.spare[n-1]
		t.spare = t.spare[:n-1]
		return cell
	}
	return new(T)
}

// Each visits all cells of a key.
func (w *Window[K, T]) Each(key K, visit func(*T)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := range w.tables {
		if cell := w.tables[i].cells[key]; cell != nil {
			visit(cell)
		}
	}
}
