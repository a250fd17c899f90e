// Package engine speaks with an engine.
package engine

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"

	"example.org/platform/peer"
)

// Client speaks with one engine.
type Client struct {
	base string
	http *http.Client
}

// NewTLS has keys of its own.
func NewTLS(address string, keys *tls.Config) *Client {
	transport := &http.Transport{TLSClientConfig: keys, MaxIdleConnsPerHost: 8}
	return &Client{base: "https://" + address, http: &http.Client{Transport: transport}}
}

// Keys are those of a name.
func Keys(name string) *tls.Config {
	keys := peer.TLSConfig()
	keys.ServerName = name
	return keys
}

// Ping asks whether the engine is there.
func (c *Client) Ping(ctx context.Context) error { return c.do(ctx, "/_ping") }

// Info asks what it is.
func (c *Client) Info(ctx context.Context) error { return c.do(ctx, "/info") }

func (c *Client) do(ctx context.Context, path string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return fmt.Errorf("engine: %w", err)
	}
	return nil
}
