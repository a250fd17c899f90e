// Package feed reads feeds.
package feed

import (
	"encoding/json"
	"log"
	"net/http"
)

// Item is one entry of a feed.
type Item struct{ Title, Body string }

// Puller asks one publisher.
type Puller struct {
	base   string
	client *http.Client
}

// NewPuller asks below base.
func NewPuller(base string) *Puller { return &Puller{base: base, client: &http.Client{}} }

// Latest returns the newest item of a feed.
func (p *Puller) Latest(path string) Item {
	var item Item
	response, err := p.client.Get(p.base + path)
	if err != nil {
		log.Print(err)
		return item
	}
	if err := json.NewDecoder(response.Body).Decode(&item); err != nil {
		log.Print(err)
	}
	return item
}
