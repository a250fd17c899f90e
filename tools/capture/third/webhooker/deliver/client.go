// Package deliver tells subscribers.
package deliver

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Event is told.
type Event struct {
	Kind   string `json:"kind"`
	Number int    `json:"number"`
}

// Client tells one address.
type Client struct {
	address string
	http    http.Client
}

// New tells address.
func New(address string) *Client {
	return &Client{address: address, http: http.Client{Transport: &http.Transport{
		MaxIdleConnsPerHost: 6, ResponseHeaderTimeout: 20 * time.Second,
	}}}
}

// Tell sends an event and reads the thanks.
func (c *Client) Tell(ctx context.Context, e Event) error {
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address, bytes.NewReader(text))
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	if answer.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("deliver: %s", answer.Status)
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
