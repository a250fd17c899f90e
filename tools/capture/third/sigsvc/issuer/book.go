// Package issuer knows the keys of issuers.
package issuer

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"
)

// Keys are what an issuer publishes.
type Keys struct {
	Issued time.Time
	Keys   map[string]string
}

// Book has the latest keys.
type Book struct {
	mu   sync.RWMutex
	keys Keys
}

// NewBook knows none.
func NewBook() *Book { return &Book{} }

// client has our own settings for connections.
func client() *http.Client {
	return &http.Client{Timeout: 8 * time.Second, Transport: &http.Transport{
		Proxy: nil, MaxIdleConns: 4, TLSHandshakeTimeout: 5 * time.Second, ResponseHeaderTimeout: 5 * time.Second,
	}}
}

// Refresh reads the keys anew.
func (b *Book) Refresh(ctx context.Context, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	answer, err := client().Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var keys Keys
	if err := json.NewDecoder(answer.Body).Decode(&keys); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.keys = keys
	return nil
}

// Known says whether there is such a key.
func (b *Book) Known(name string) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	_, ok := b.keys.Keys[name]
	return ok
}
