// Package fetch brings keys.
package fetch

import (
	"bufio"
	"context"
	"crypto/tls"
	"log"
	"net/http"
	"sync"
	"time"
)

// Porter knows the keys that open.
type Porter struct {
	url   string
	trust *tls.Config

	mu   sync.Mutex
	keys map[string]bool
}

// NewPorter brings keys from url and trusts whom trust trusts.
func NewPorter(url string, trust *tls.Config) *Porter {
	return &Porter{url: url, trust: trust, keys: make(map[string]bool)}
}

// Fetch brings the keys of today.
func (p *Porter) Fetch(ctx context.Context) {
	keys, err := p.Keys(ctx)
	if err != nil {
		log.Print(err)
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.keys = keys
}

// Keys reads the list.
func (p *Porter) Keys(ctx context.Context) (map[string]bool, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := client(p.trust).Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	keys := make(map[string]bool)
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() {
		keys[lines.Text()] = true
	}
	return keys, lines.Err()
}

// Opens tells whether a key opens.
func (p *Porter) Opens(key string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.keys[key]
}

func client(trust *tls.Config) *http.Client {
	return &http.Client{
		Timeout:   20 * time.Second,
		Transport: &http.Transport{TLSClientConfig: trust.Clone(), ForceAttemptHTTP2: true},
	}
}
