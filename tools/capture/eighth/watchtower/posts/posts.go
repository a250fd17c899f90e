// Package posts is guards on watch.
package posts

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"go.slateworks.example/frame/warm"
)

type watch struct {
	path string
	seen [100]int64
	done chan struct{}
}

// Posts have watches.
type Posts struct {
	life   context.Context
	table  *warm.Table
	kept   atomic.Int64
	called atomic.Int64
}

// New lives as long as ctx.
func New(ctx context.Context, table *warm.Table) *Posts { return &Posts{life: ctx, table: table} }

// ServeHTTP begins a watch.
func (p *Posts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	post := &watch{path: r.URL.Path, done: make(chan struct{})}
	go p.keep(context.WithoutCancel(r.Context()), post)
	if _, err := fmt.Fprintln(w, p.table.Row(int(p.kept.Add(1))%9000).Name); err != nil {
		log.Print(err)
	}
}

func (p *Posts) keep(ctx context.Context, post *watch) {
	ctx, cancel := context.WithTimeout(ctx, 11*time.Second)
	defer cancel()
	back := context.AfterFunc(p.life, func() { p.called.Add(1) })
	defer back()
	bell := time.AfterFunc(10*time.Second, func() { close(post.done) })
	defer bell.Stop()
	select {
	case <-post.done:
	case <-ctx.Done():
	}
	post.seen[0]++
}
