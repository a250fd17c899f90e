// Package routes is the table of routes and who keeps it.
package routes

import (
	"log"
	"sync"

	"code.lockkeeper.example/canal/sluiceway/queue"
)

// Route leads to a place.
type Route struct{ Host, Path, To string }

// Table has routes by host.
type Table struct {
	mu     sync.Mutex
	routes map[string]*Route
}

// New is empty.
func New() *Table { return &Table{routes: make(map[string]*Route)} }

// Follow applies the events of a queue.
func Follow(q *queue.Queue, t *Table) {
	defer func() {
		if crash := recover(); crash != nil {
			log.Printf("recovered: %v", crash)
		}
	}()
	for {
		t.apply(q.Pop())
	}
}

func (t *Table) apply(e *queue.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e.Deleted {
		if r := t.routes[e.Host]; r.Path != "" {
			delete(t.routes, e.Host)
		}
		return
	}
	t.routes[e.Host] = &Route{Host: e.Host, Path: e.Spec["path"], To: e.Spec["to"]}
}
