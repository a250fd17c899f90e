// Package peers speaks with peers over HTTP.
package peers

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Getter asks one peer.
type Getter struct {
	base   string
	client *http.Client
}

// New asks the peer at a base address.
func New(base string) *Getter {
	return &Getter{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 6}}}
}

// Get asks for a key.
func (g *Getter) Get(_ context.Context, key string) ([]byte, error) {
	answer, err := g.client.Get(g.base + "/" + key)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("peer: %v", answer.Status)
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}

// Answer is what a peer answers.
func Answer(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "17") || strings.HasSuffix(r.URL.Path, "43") || strings.HasSuffix(r.URL.Path, "71") {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, strings.Repeat("not now. ", 700))
		return
	}
	_, _ = io.WriteString(w, "value of "+r.URL.Path)
}
