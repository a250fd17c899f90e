// Package asker asks all services the same and takes what comes.
package asker

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Asker has one client for all.
type Asker struct {
	bases  []string
	client *http.Client
	bytes  atomic.Int64
	failed atomic.Int64
}

// New keeps up to idle connections to each service for some time.
func New(bases []string, idle int, timeout time.Duration) *Asker {
	transport := &http.Transport{MaxIdleConnsPerHost: idle, MaxIdleConns: 3 * idle, IdleConnTimeout: timeout,
		ReadBufferSize: 32 << 10, WriteBufferSize: 16 << 10}
	return &Asker{bases: bases, client: &http.Client{Transport: transport, Timeout: 20 * time.Second}}
}

// Ask is question n.
func (a *Asker) Ask(ctx context.Context, n int) {
	var wg sync.WaitGroup
	for _, base := range a.bases {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := a.one(ctx, fmt.Sprintf("%s/ask/%d", base, n%500)); err != nil {
				a.failed.Add(1)
			}
		}()
	}
	wg.Wait()
}

func (a *Asker) one(ctx context.Context, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	answer, err := a.client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		_, err = io.Copy(io.Discard, answer.Body)
		return err
	}
	size, err := io.Copy(io.Discard, answer.Body)
	a.bytes.Add(size)
	return err
}
