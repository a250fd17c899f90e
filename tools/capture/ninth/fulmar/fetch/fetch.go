// Package fetch makes single calls whose manner is chosen by options.
package fetch

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Option changes the manner of a call.
type Option func(c *Call)

// Call is one call.
type Call struct {
	within time.Duration
	agent  string
	path   string
}

// Within limits the time of a call.
func Within(d time.Duration) Option { return func(c *Call) { c.within = d } }

// As says who calls.
func As(agent string) Option { return func(c *Call) { c.agent = agent } }

// At says what is called.
func At(path string) Option { return func(c *Call) { c.path = path } }

// New is a call with all its options.
func New(options ...Option) *Call {
	c := &Call{within: time.Second}
	for _, option := range options {
		option(c)
	}
	return c
}

// Do calls and returns the answer's text.
func (c *Call) Do(ctx context.Context, base string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.within)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, base+c.path, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("User-Agent", c.agent)
	answer, err := build(c.within).Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return "", err
	}
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", c.path, answer.Status)
	}
	return string(text), nil
}

func build(within time.Duration) *http.Client {
	dialer := &net.Dialer{Timeout: within, KeepAlive: 30 * time.Second}
	return &http.Client{Transport: &http.Transport{
		DialContext:           dialer.DialContext,
		ResponseHeaderTimeout: within,
	}}
}
