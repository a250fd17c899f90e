// Package graph counts calls between workloads.
package graph

import "sync"

// Edges counts calls by caller and callee.
type Edges struct {
	mu    sync.Mutex
	calls map[string]map[string]int
	seen  int
}

// NewEdges returns a graph without edges.
func NewEdges() *Edges { return &Edges{calls: map[string]map[string]int{}} }

// Observe counts one call.
func (e *Edges) Observe(caller, callee string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	callees, ok := e.calls[caller]
	if !ok {
		callees = make(map[string]int, 12)
		e.calls[caller] = callees
	}
	callees[callee]++
	e.seen++
}

// Busiest returns how many calls were seen.
func (e *Edges) Busiest() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.seen
}
