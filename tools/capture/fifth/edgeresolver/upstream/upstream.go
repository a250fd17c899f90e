// Package upstream is the resolver behind this one, reached over HTTP.
package upstream

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"git.namehall.example/net/edgeresolver/answers"
)

const timeToLive = 30 * time.Second

// Source asks the resolver at one address.
type Source struct {
	base   string
	client *http.Client
}

// NewSource asks at base.
func NewSource(base string) *Source {
	return &Source{base: base, client: &http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute},
	}}
}

// Ask asks for one name.
func (s *Source) Ask(ctx context.Context, name string) (*answers.Answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/"+name, nil)
	if err != nil {
		return nil, err
	}
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	message, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	return &answers.Answer{Name: name, Message: message, Expires: time.Now().Add(timeToLive)}, nil
}

// Handler is the resolver's own side: it takes its time.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(time.Duration(150+len(r.URL.Path)*17%600) * time.Millisecond)
		fmt.Fprintf(w, "%s\n", r.URL.Path)
		w.Write(bytes.Repeat([]byte("10.4.0.17 10.4.0.18 10.4.1.9 "), 320))
	})
}
