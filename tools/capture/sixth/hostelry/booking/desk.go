// Package booking asks houses, each with a key of its own that changes now and then.
package booking

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

// Desk has a client for each house.
type Desk struct {
	base    string
	mu      sync.Mutex
	clients map[int]*keyed
}

type keyed struct {
	*http.Client
	version int
}

// NewDesk asks at base.
func NewDesk(base string) *Desk { return &Desk{base: base, clients: make(map[int]*keyed)} }

// Free asks a house for its free rooms.
func (d *Desk) Free(ctx context.Context, house, turn int) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/free?day=%d", d.base, turn), nil)
	if err != nil {
		log.Print(err)
		return
	}
	answer, err := d.client(house, turn/300).Do(request)
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		log.Print(err)
	}
}

func (d *Desk) client(house, version int) *http.Client {
	d.mu.Lock()
	defer d.mu.Unlock()
	known := d.clients[house]
	if known == nil || known.version < version {
		if known != nil {
			known.CloseIdleConnections()
		}
		known = &keyed{Client: connect(house, version), version: version}
		d.clients[house] = known
	}
	return known.Client
}

func connect(house, version int) *http.Client {
	pool := &http.Transport{MaxIdleConnsPerHost: 2, ResponseHeaderTimeout: 10 * time.Second}
	return &http.Client{Transport: signer{next: pool, key: fmt.Sprintf("house %d key %d", house, version)}}
}

// signer signs what passes.
type signer struct {
	next http.RoundTripper
	key  string
}

// RoundTrip adds the key.
func (s signer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", s.key)
	return s.next.RoundTrip(r)
}
