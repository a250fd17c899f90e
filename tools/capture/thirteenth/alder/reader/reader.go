// Package reader reads pages, politely: what did not change is not fetched again.
package reader

import (
	"context"
	"io"
	"net/http"

	"github.com/gregjones/httpcache"
)

// Reader reads below a base.
type Reader struct {
	base   string
	client *http.Client
}

// New is a reader that remembers what it saw.
func New(base string) *Reader {
	transport := httpcache.NewMemoryCacheTransport()
	transport.Transport = &http.Transport{MaxIdleConnsPerHost: 8}
	return &Reader{base: base, client: transport.Client()}
}

// Page is the text at a path.
func (r *Reader) Page(ctx context.Context, path string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.base+path, nil)
	if err != nil {
		return nil, err
	}
	response, err := r.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body)
}
