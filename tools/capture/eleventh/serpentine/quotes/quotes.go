// Package quotes asks a service.
package quotes

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync/atomic"
	"time"
)

// Quotes come over HTTP.
type Quotes struct {
	base   string
	client *http.Client
	asked  atomic.Int64
}

// New asks a base address over up to n connections.
func New(base string, n int) *Quotes {
	transport := &http.Transport{MaxConnsPerHost: n, MaxIdleConnsPerHost: n, IdleConnTimeout: 90 * time.Second}
	return &Quotes{base: base, client: &http.Client{Transport: transport}}
}

// Ask asks for quote n.
func (q *Quotes) Ask(n int) {
	ctx, cancel := context.WithTimeout(context.Background(), 9*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprint(q.base, "/", n), nil)
	if err != nil {
		log.Print(err)
		return
	}
	answer, err := q.client.Do(request)
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
	q.asked.Add(1)
}
