// Package gate is where documents come in.
package gate

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"time"

	"go.drapery.example/loom/start"

	"git.interpreter.example/gate/serge/shape"
)

type letter struct {
	Shape    json.RawMessage
	Document map[string]any
}

// New checks what is posted to it.
func New() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /check", func(w http.ResponseWriter, r *http.Request) {
		var l letter
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&l); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s, err := shape.Of(l.Shape)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		fmt.Fprintln(w, s.Fits(l.Document))
	})
	return mux
}

// Senders send perSecond documents. There are thirty shapes; each sender writes them down in an order of its own.
func Senders(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 10 * time.Second}
	start.Beat(ctx, perSecond, func(n int) {
		answer, err := client.Post(base+"/check", "application/json", bytes.NewReader(write(n)))
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	})
}

func write(n int) []byte {
	var out bytes.Buffer
	out.WriteString(`{"Shape": {`)
	for i, k := range rand.New(rand.NewSource(int64(n))).Perm(24) {
		if i > 0 {
			out.WriteString(", ")
		}
		fmt.Fprintf(&out, `"field-%d-%d": {"Type": "string", "Required": %t}`, n%30, k, k%5 == 0)
	}
	out.WriteString(`}, "Document": {"a": 1}}`)
	return out.Bytes()
}
