// Package intake takes letters and sends them on.
package intake

import (
	"bytes"
	"io"
	"net/http"
	"sync/atomic"

	"go.pigeonloft.example/hooks/pigeonloft/retry"
)

// Intake sends to towers in turn.
type Intake struct {
	line   *retry.Line
	towers []string
	number int64
}

// New sends to towers.
func New(line *retry.Line, towers []string) *Intake { return &Intake{line: line, towers: towers} }

// ServeHTTP takes one letter.
func (i *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	tower := i.towers[int(atomic.AddInt64(&i.number, 1))%len(i.towers)]
	if i.deliver(tower, r, body) != nil {
		i.line.Later(func() error { return i.deliver(tower, r, body) })
	}
	w.WriteHeader(http.StatusAccepted)
}

func (i *Intake) deliver(tower string, r *http.Request, body []byte) error {
	answer, err := http.Post("http://"+tower+r.URL.Path, r.Header.Get("Content-Type"), bytes.NewReader(body))
	if err != nil {
		return err
	}
	return answer.Body.Close()
}
