// Package peek looks into event streams.
package peek

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net/http"

	"example.org/platform/peer"
)

// Source is a host with many streams.
type Source struct {
	base   string
	client *http.Client
}

// NewSource looks below base.
func NewSource(base string) *Source {
	transport := &http.Transport{TLSClientConfig: peer.TLSConfig(), ForceAttemptHTTP2: true}
	return &Source{base: base, client: &http.Client{Transport: transport}}
}

// Latest returns the first event of stream n.
func (s *Source) Latest(ctx context.Context, n int) string {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/stream/%d", s.base, n), nil)
	if err != nil {
		log.Print(err)
		return ""
	}
	response, err := s.client.Do(request)
	if err != nil {
		log.Print(err)
		return ""
	}
	line, err := bufio.NewReader(response.Body).ReadString('\n')
	if err != nil {
		log.Print(err)
	}
	return line
}
