// Package probe asks a station for its readings.
package probe

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
)

// Failure is a probe that did not go well.
type Failure struct {
	Station  int
	Question *http.Request
	Answer   *http.Response
	Excerpt  []byte
}

func (f *Failure) Error() string {
	return fmt.Sprintf("station %d: %s: %s", f.Station, f.Question.URL, f.Answer.Status)
}

// ErrStale is wrapped when the readings are old.
var ErrStale = errors.New("readings are old")

// Station asks station k, for the nth time.
func Station(k, n int) error {
	question := &http.Request{
		Method: http.MethodGet,
		URL:    &url.URL{Scheme: "http", Host: fmt.Sprintf("station-%d.grid.example", k), Path: fmt.Sprintf("/readings/%d", n)},
		Header: http.Header{"Accept": {"text/plain"}, "X-Turn": {fmt.Sprint(n)}},
	}
	recorder := httptest.NewRecorder()
	serve(recorder, k, n)
	answer := recorder.Result()
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	excerpt := append([]byte(nil), recorder.Body.Bytes()[:256]...)
	return &Failure{Station: k, Question: question, Answer: answer, Excerpt: excerpt}
}

// serve is the station; three of fifty are broken.
func serve(w http.ResponseWriter, k, n int) {
	if k%17 == 4 {
		w.WriteHeader(http.StatusBadGateway)
	}
	for i := 0; i < 60; i++ {
		fmt.Fprintf(w, "reading %d of turn %d: %d.%d; ", i, n, i*n%230, n%10)
	}
}
