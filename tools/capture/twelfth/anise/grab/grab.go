// Package grab fetches pages and keeps the way it was led there.
package grab

import (
	"context"
	"errors"
	"io"
	"net/http"
)

const hops = 5

// Page is what was found in the end.
type Page struct {
	Status int
	Size   int64
	Trail  []string
}

// Client follows redirects by itself, to note each.
type Client struct{ http *http.Client }

// New keeps up to idle connections.
func New(idle int) *Client {
	transport := &http.Transport{MaxIdleConnsPerHost: idle, ReadBufferSize: 32 << 10, WriteBufferSize: 16 << 10}
	return &Client{http: &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}}
}

// Grab fetches what is at a URL, or wherever that leads.
func (c *Client) Grab(ctx context.Context, url string) (*Page, error) {
	page := &Page{}
	for len(page.Trail) < hops {
		answer, err := c.get(ctx, url)
		if err != nil {
			return nil, err
		}
		page.Trail = append(page.Trail, url)
		if next, err := answer.Location(); err == nil && answer.StatusCode/100 == 3 {
			url = next.String()
			continue
		}
		defer answer.Body.Close()
		page.Status = answer.StatusCode
		page.Size, err = io.Copy(io.Discard, answer.Body)
		return page, err
	}
	return nil, errors.New("grab: too many hops")
}

func (c *Client) get(ctx context.Context, url string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(request)
}
