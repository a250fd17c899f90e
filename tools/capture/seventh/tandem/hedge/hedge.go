// Package hedge asks a second time when the first answer is late.
package hedge

import (
	"context"
	"io"
	"net/http"
	"time"
)

type quote struct {
	text []byte
	err  error
}

// Asker knows suppliers.
type Asker struct {
	client    *http.Client
	suppliers []string
	patience  time.Duration
}

// New waits for patience before it asks the next supplier.
func New(client *http.Client, suppliers []string, patience time.Duration) *Asker {
	return &Asker{client: client, suppliers: suppliers, patience: patience}
}

func (a *Asker) ask(ctx context.Context, url string) quote {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return quote{err: err}
	}
	answer, err := a.client.Do(request)
	if err != nil {
		return quote{err: err}
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return quote{text: text, err: err}
}

// Quote returns the first good answer.
func (a *Asker) Quote(ctx context.Context, path string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	quotes := make(chan quote, len(a.suppliers))
	var last error
	asked, answered := 0, 0
	late := time.NewTimer(0)
	defer late.Stop()
	for answered < len(a.suppliers) {
		select {
		case <-late.C:
			if asked < len(a.suppliers) {
				url := a.suppliers[asked] + path
				go func() { quotes <- a.ask(ctx, url) }()
				asked++
				late.Reset(a.patience)
			}
		case q := <-quotes:
			if q.err == nil {
				return q.text, nil
			}
			answered++
			last = q.err
		}
	}
	return nil, last
}

// ServeHTTP quotes.
func (a *Asker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, err := a.Quote(r.Context(), r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_, _ = w.Write(text)
}
