// Package render gets pages from the origin.
package render

import (
	"io"
	"net/http"
	"sync"
)

// Responses answers from memory what the origin has said before.
type Responses struct {
	origin string
	client *http.Client
	mu     sync.RWMutex
	bodies map[string][]byte
}

// NewResponses returns an empty store in front of origin.
func NewResponses(origin string, client *http.Client) *Responses {
	return &Responses{origin: origin, client: client, bodies: map[string][]byte{}}
}

// Page returns the body at uri.
func (r *Responses) Page(uri string) ([]byte, error) {
	r.mu.RLock()
	body, hit := r.bodies[uri]
	r.mu.RUnlock()
	if hit {
		return body, nil
	}
	body, err := fetch(r.client, r.origin+uri)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.bodies[uri] = body
	r.mu.Unlock()
	return body, nil
}

func fetch(client *http.Client, url string) ([]byte, error) {
	response, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body)
}
