// Package answer answers what a word means.
package answer

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"go.drapery.example/loom/start"

	"git.dictionary.example/load/tweed/lexicon"
)

// From answers from a lexicon.
func From(words *lexicon.Lexicon) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		word, ok := words.Of(strings.TrimPrefix(r.URL.Path, "/"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(w, strings.Join(word.Meanings, "; "))
	})
}

// Ask asks perSecond times.
func Ask(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 5 * time.Second}
	start.Beat(ctx, perSecond, func(n int) {
		answer, err := client.Get(fmt.Sprintf("%s/word-%06d", base, n*n%5000))
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	})
}
