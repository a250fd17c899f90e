// Package sinks is where events go.
package sinks

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Event is what happened to whom.
type Event struct {
	Name, Reason string
	Count        int
}

// Sink takes events.
type Sink interface {
	Send(ctx context.Context, event *Event) error
}

// Index is a sink with a client of its own.
type Index struct {
	url    string
	client *http.Client
}

// NewIndex keeps up to idle connections.
func NewIndex(url string, idle int) *Index {
	return &Index{url: url, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: idle}}}
}

// Send writes a document.
func (i *Index) Send(ctx context.Context, event *Event) error {
	return post(ctx, i.client, i.url, event)
}

// Webhook is a sink that is configured.
type Webhook struct {
	Endpoint string
	Insecure bool
}

// Send posts to the endpoint.
func (w *Webhook) Send(ctx context.Context, event *Event) error {
	transport := &http.Transport{
		Proxy:           http.ProxyFromEnvironment,
		TLSClientConfig: &tls.Config{InsecureSkipVerify: w.Insecure, MinVersion: tls.VersionTLS12}, //nolint:gosec // configured
		ReadBufferSize:  32 << 10,
		WriteBufferSize: 32 << 10,
	}
	return post(ctx, &http.Client{Transport: transport}, w.Endpoint, event)
}

func post(ctx context.Context, client *http.Client, url string, event *Event) error {
	text, err := json.Marshal(event)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(text))
	if err != nil {
		return err
	}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("sinks: %s", answer.Status)
	}
	return nil
}
