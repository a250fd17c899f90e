// Package ship packs batches while it sends them.
package ship

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

// Client sends to one address.
type Client struct {
	to   string
	http *http.Client
	sent int64
}

// NewClient sends to the address.
func NewClient(to string) *Client {
	return &Client{to: to, http: &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}
}

// counted counts what is read.
type counted struct {
	io.Reader
	total *int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	atomic.AddInt64(c.total, int64(n))
	return n, err
}

// Send sends one batch.
func (c *Client) Send(ctx context.Context, batch []byte) error {
	body := counted{Reader: packed(bytes.NewReader(batch)), total: &c.sent}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.to, body)
	if err != nil {
		return err
	}
	request.Header.Set("Content-Encoding", "gzip")
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return fmt.Errorf("ship: %s", answer.Status)
	}
	return nil
}

// packed returns the packed form of what r gives, made as it is read.
func packed(r io.Reader) io.Reader {
	out, in := io.Pipe()
	z := gzip.NewWriter(in)
	go func() {
		_, err := io.Copy(z, r)
		if closing := z.Close(); err == nil {
			err = closing
		}
		in.CloseWithError(err)
	}()
	return out
}
