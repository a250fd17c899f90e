// Package routing knows which upstream can do what.
package routing

import (
	"context"
	"fmt"
	"log"
	"sync"
	"time"

	"example.org/rpcapi"
)

// Table has functions by upstream.
type Table struct {
	mu        sync.RWMutex
	functions map[string]map[string]float64
}

// New is empty.
func New() *Table { return &Table{functions: make(map[string]map[string]float64)} }

// Enter notes a function.
func (t *Table) Enter(upstream, name string, weight float64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.functions[upstream] == nil {
		t.functions[upstream] = make(map[string]float64)
	}
	t.functions[upstream][name] = weight
}

// Len is how many there are.
func (t *Table) Len() int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	n := 0
	for _, functions := range t.functions {
		n += len(functions)
	}
	return n
}

// Use calls functions all the time.
func (t *Table) Use(ctx context.Context, client rpcapi.Client) {
	clock := time.NewTicker(120 * time.Millisecond)
	defer clock.Stop()
	for n := 0; ; n++ {
		select {
		case <-clock.C:
			if _, err := client.Get(ctx, fmt.Sprint("use-", n%50, "-of-", t.Len())); err != nil {
				log.Print(err)
			}
		case <-ctx.Done():
			return
		}
	}
}
