// Package yard asks for plans.
package yard

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

// Plans asks one office, and goes where it sends us.
type Plans struct {
	base   string
	client *http.Client
}

// New asks at base.
func New(base string) *Plans {
	return &Plans{base: base, client: &http.Client{
		Transport:     &http.Transport{MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Fetch reads one plan.
func (p *Plans) Fetch(ctx context.Context, id int) {
	answer, err := p.ask(ctx, fmt.Sprintf("/plan?id=%d", id))
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		log.Print(err)
	}
}

func (p *Plans) ask(ctx context.Context, path string) (*http.Response, error) {
	for hop := 0; hop < 4; hop++ {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base+path, nil)
		if err != nil {
			return nil, err
		}
		answer, err := p.client.Do(request)
		if err != nil {
			return nil, err
		}
		switch answer.StatusCode / 100 {
		case 2:
			return answer, nil
		case 3:
			path = answer.Header.Get("Location")
		default:
			answer.Body.Close()
			return nil, fmt.Errorf("yard: %s", answer.Status)
		}
	}
	return nil, fmt.Errorf("yard: sent about too often")
}
