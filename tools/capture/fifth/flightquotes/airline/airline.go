// Package airline is the airlines' two sides.
package airline

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

// Client asks over a limited number of connections.
type Client struct {
	base string
	http *http.Client
}

// NewClient opens at most conns connections to base.
func NewClient(base string, conns int) *Client {
	return &Client{base: base, http: &http.Client{Transport: &http.Transport{
		MaxConnsPerHost:     conns,
		MaxIdleConnsPerHost: conns,
		IdleConnTimeout:     time.Minute,
	}}}
}

// Price asks one airline.
func (c *Client) Price(ctx context.Context, airline, route int) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/%d/%d", c.base, airline, route), nil)
	if err != nil {
		return nil, err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// Handler is the airlines' own side: most answers take a second, some three.
func Handler() http.Handler {
	var n uint64
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		turn := atomic.AddUint64(&n, 1)
		takes := 600 + turn*37%700
		if turn%9 == 0 {
			takes += 2000
		}
		select {
		case <-time.After(time.Duration(takes) * time.Millisecond):
			fmt.Fprintf(w, "%s costs %d", r.URL.Path, 100+takes)
		case <-r.Context().Done():
		}
	})
}
