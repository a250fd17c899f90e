// Package pond is where mayflies dance.
package pond

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"go.slateworks.example/frame/warm"
)

// Pond has places.
type Pond struct {
	table  *warm.Table
	places chan struct{}
	danced atomic.Int64
}

// New has so many places.
func New(table *warm.Table, places int) *Pond {
	return &Pond{table: table, places: make(chan struct{}, places)}
}

// Swarm lets n dance and returns when all have.
func (p *Pond) Swarm(ctx context.Context, turn, n int) {
	var all sync.WaitGroup
	for fly := range n {
		all.Go(func() { p.dance(ctx, turn+fly) })
	}
	all.Wait()
}

func (p *Pond) dance(ctx context.Context, fly int) {
	select {
	case p.places <- struct{}{}:
	case <-ctx.Done():
		return
	}
	defer func() { <-p.places }()
	time.Sleep(140 * time.Millisecond)
	p.danced.Add(int64(len(p.table.Row(fly % 5000).Name)))
}

// ServeHTTP says how many danced.
func (p *Pond) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	if _, err := fmt.Fprintln(w, p.danced.Load()); err != nil {
		log.Print(err)
	}
}
