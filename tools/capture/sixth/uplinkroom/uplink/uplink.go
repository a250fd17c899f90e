// Package uplink has a connection for each tenant.
package uplink

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"sync"
	"time"

	"example.org/platform/peer"
)

// Room has the uplinks of those tenants that have called.
type Room struct {
	base  string
	mu    sync.Mutex
	links map[string]*link
}

type link struct {
	http.Client
	token string
}

// NewRoom calls origins at base.
func NewRoom(base string) *Room { return &Room{base: base, links: make(map[string]*link)} }

// Of is the tenant's uplink, made when it is first asked for.
func (r *Room) Of(tenant string) http.RoundTripper {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := r.links[tenant]
	if l == nil {
		l = open(tenant)
		r.links[tenant] = l
	}
	return l
}

func open(tenant string) *link {
	settings := peer.TLSConfig()
	settings.ClientSessionCache = tls.NewLRUClientSessionCache(4)
	return &link{token: "Bearer " + tenant, Client: http.Client{
		Timeout: 20 * time.Second,
		Transport: &http.Transport{
			TLSClientConfig:     settings,
			MaxConnsPerHost:     2,
			MaxIdleConnsPerHost: 2,
			IdleConnTimeout:     5 * time.Minute,
		},
	}}
}

// RoundTrip adds the tenant's credentials.
func (l *link) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", l.token)
	return l.Client.Do(r)
}

// Fetch reads a page of a tenant.
func (r *Room) Fetch(ctx context.Context, tenant, page string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.base+page, nil)
	if err != nil {
		return nil, err
	}
	answer, err := r.Of(tenant).RoundTrip(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}
