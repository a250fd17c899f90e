// Package press lays pages out.
package press

import (
	"log"
	"math/rand"
	"net/http"

	"go.slateworks.example/frame/warm"

	"go.thatcher.example/codec/thatcher/buffers"
)

// Press has buffers and titles.
type Press struct {
	pool   *buffers.Pool
	titles *warm.Table
}

// New borrows from a pool.
func New(pool *buffers.Pool, titles *warm.Table) *Press { return &Press{pool: pool, titles: titles} }

// ServeHTTP lays out one page.
func (p *Press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page := p.pool.Get(1000 + rand.Intn(30000))
	defer p.pool.Put(page)
	n := copy(page, p.titles.Row(rand.Intn(7000)).Name)
	if _, err := w.Write(page[:n]); err != nil {
		log.Print(err)
	}
}
