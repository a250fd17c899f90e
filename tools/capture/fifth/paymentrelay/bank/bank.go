// Package bank is the bank's two sides: the client here and, in a process of its own, the counter.
package bank

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// ErrAway is what the counter says while the bank is closed.
var ErrAway = errors.New("bank: away")

// Client books at the counter.
type Client struct {
	base string
	http *http.Client
}

// NewClient books at base.
func NewClient(base string) *Client {
	return &Client{base: base, http: &http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{MaxIdleConnsPerHost: 12, IdleConnTimeout: 30 * time.Second},
	}}
}

// Book books one order.
func (c *Client) Book(ctx context.Context, order []byte) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/book", bytes.NewReader(order))
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return ErrAway
	}
	return nil
}

// Handler is the counter; it opens after closed.
func Handler(closed time.Duration) http.Handler {
	opens := time.Now().Add(closed)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		time.Sleep(60 * time.Millisecond)
		if time.Now().Before(opens) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
}
