// Package pull reads manifests.
package pull

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Manifest lists layers.
type Manifest struct{ Layers []string }

// Puller asks one registry.
type Puller struct {
	base   string
	client http.Client
}

// NewPuller asks at base, over connections that are kept alive.
func NewPuller(base string) *Puller {
	return &Puller{base: base, client: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}}
}

func (p *Puller) fetch(n int) (*http.Response, error) {
	return p.client.Get(fmt.Sprintf("%s/manifest/%d", p.base, n))
}

// Manifest returns manifest n.
func (p *Puller) Manifest(n int) (Manifest, error) {
	var m Manifest
	answer, err := p.fetch(n)
	if err != nil {
		return m, err
	}
	if err := json.NewDecoder(answer.Body).Decode(&m); err != nil {
		return m, fmt.Errorf("manifest %d: %w", n, err)
	}
	return m, answer.Body.Close()
}
