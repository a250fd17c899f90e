// Package press is the printer, in a process of its own, and the way to it.
package press

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Handler prints what comes, at the printer's speed.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := make([]byte, 64<<10)
		pages := 0
		for {
			_, err := io.ReadFull(r.Body, page)
			if err == io.EOF {
				break
			}
			pages++
			if err == io.ErrUnexpectedEOF {
				break
			}
			if err != nil {
				return
			}
			time.Sleep(500 * time.Millisecond)
		}
		fmt.Fprintf(w, "%d pages", pages)
	})
}

// Client sends to a press.
type Client struct {
	base string
	http http.Client
}

// NewClient sends to base.
func NewClient(base string) *Client {
	return &Client{base: base, http: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8, WriteBufferSize: 4 << 10}}}
}

// Print sends all that document has and waits until it is printed.
func (c *Client) Print(ctx context.Context, document io.Reader) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/print", document)
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
