// Package travel are who wants to pass.
package travel

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
)

// Travel goes to a gate.
type Travel struct {
	base   string
	client *http.Client
}

// To is the gate at a base.
func To(base string) *Travel {
	return &Travel{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 6}}}
}

// Go is journey n; a third are of those who live nearby.
func (t *Travel) Go(ctx context.Context, n int) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, t.base, nil)
	if err != nil {
		log.Print(err)
		return
	}
	from := fmt.Sprintf("198.51.%d.%d, 10.%d.0.1", n>>8&255, n&255, n>>16)
	if n%3 == 0 {
		from = fmt.Sprintf("203.0.113.%d", n/3%90)
	}
	request.Header.Set("X-Forwarded-For", from)
	response, err := t.client.Do(request)
	if err != nil {
		log.Print(err)
		return
	}
	_, _ = io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
}
