// Package station reads the stations.
package station

import (
	"fmt"
	"io"
	"net/http"
	"sync"
)

// Client reads stations at one address.
type Client struct {
	address string
	http    *http.Client
	mu      sync.Mutex
	latest  map[int]string
}

// NewClient reads at address.
func NewClient(address string) *Client {
	return &Client{address: address, http: &http.Client{}, latest: make(map[int]string)}
}

// Refresh reads a station in the background.
func (c *Client) Refresh(id int) { go c.update(id) }

func (c *Client) update(id int) {
	text, err := c.fetch(id)
	if err != nil {
		return
	}
	c.mu.Lock()
	c.latest[id%200] = text
	c.mu.Unlock()
}

func (c *Client) fetch(id int) (string, error) {
	resp, err := c.http.Get(fmt.Sprintf("http://%s/?station=%d", c.address, id))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}
