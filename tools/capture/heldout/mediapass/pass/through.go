// Package pass copies streams.
package pass

import (
	"context"
	"io"
	"net/http"
)

// Through reads from one origin.
type Through struct {
	origin string
	client *http.Client
}

// NewThrough keeps up to a hundred connections.
func NewThrough(origin string) *Through {
	return &Through{origin: origin, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}}
}

// Copy reads one stream to its end.
func (t *Through) Copy(ctx context.Context) (int64, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, t.origin+"/stream", nil)
	if err != nil {
		return 0, err
	}
	answer, err := t.client.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	return io.Copy(io.Discard, answer.Body)
}
