// Package front takes questions.
package front

import (
	"fmt"
	"io"
	"net/http"
	"strings"

	"go.marble.example/router/marble/replay"
)

// Front answers over HTTP.
type Front struct{ recorder *replay.Recorder }

// New records what it is asked.
func New(recorder *replay.Recorder) *Front { return &Front{recorder: recorder} }

// ServeHTTP says who answers.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, err := body(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	model := "small"
	if strings.Count(text, " ") > 3000 {
		model = "large"
	}
	f.recorder.Add(model, text)
	fmt.Fprintln(w, model)
}

func body(r *http.Request) (string, error) {
	var text strings.Builder
	text.Grow(int(max(r.ContentLength, 0)))
	_, err := io.Copy(&text, r.Body)
	return text.String(), err
}
