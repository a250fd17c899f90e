// Package health asks all parts of a service how they are.
package health

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"
)

var errTimeout = errors.New("timeout during the check")

// Check says what is wrong.
type Check func(ctx context.Context) error

type config struct {
	name    string
	timeout time.Duration
	check   Check
}

// Health has checks.
type Health struct {
	mu     sync.Mutex
	checks []config
}

type result struct {
	name string
	err  error
}

// New has no checks.
func New() *Health { return &Health{} }

// Register adds a check.
func (h *Health) Register(name string, timeout time.Duration, c Check) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.checks = append(h.checks, config{name: name, timeout: timeout, check: c})
}

// Measure runs all checks.
func (h *Health) Measure(ctx context.Context) map[string]string {
	h.mu.Lock()
	checks := h.checks
	h.mu.Unlock()
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		wrong = make(map[string]string)
	)
	for _, c := range checks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if r := c.run(ctx); r.err != nil {
				mu.Lock()
				defer mu.Unlock()
				wrong[r.name] = r.err.Error()
			}
		}()
	}
	wg.Wait()
	return wrong
}

func (c config) run(ctx context.Context) result {
	answer := make(chan result)
	go func() {
		answer <- result{name: c.name, err: c.check(ctx)}
	}()
	timeout := time.NewTimer(c.timeout)
	defer timeout.Stop()
	select {
	case <-timeout.C:
		return result{name: c.name, err: errTimeout}
	case r := <-answer:
		return r
	}
}

// ServeHTTP answers with what is wrong.
func (h *Health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	wrong := h.Measure(r.Context())
	if len(wrong) > 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(wrong)
}
