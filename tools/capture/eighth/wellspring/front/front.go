// Package front answers who looks up a spring.
package front

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"go.wellspring.example/lookup/wellspring/once"
	"go.wellspring.example/lookup/wellspring/source"
)

// Front looks up.
type Front struct {
	calls  *once.Calls
	source *source.Source
}

// New asks a source.
func New(calls *once.Calls, source *source.Source) *Front {
	return &Front{calls: calls, source: source}
}

// ServeHTTP is one question.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	key := r.URL.Path
	answer, err := f.calls.Do(key, func() (string, error) { return f.source.Fetch(key) })
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if _, err := fmt.Fprintln(w, answer); err != nil {
		log.Print(err)
	}
}

// Impatient asks for n remote springs in turn and hangs up after two seconds.
func Impatient(ctx context.Context, base string, n int, pause time.Duration) {
	client := &http.Client{Timeout: 2 * time.Second}
	for turn := 0; ctx.Err() == nil; turn++ {
		go func(turn int) {
			answer, err := client.Get(fmt.Sprintf("%s/%d", base, 8000+turn%n))
			if err != nil {
				return
			}
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}(turn)
		time.Sleep(pause)
	}
}
