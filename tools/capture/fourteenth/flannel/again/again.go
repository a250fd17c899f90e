// Package again is a transport that tries again.
package again

import (
	"math/rand"
	"net/http"
	"time"
)

// Transport tries what failed once more, some times.
type Transport struct {
	Base http.RoundTripper
	Most int
}

// RoundTrip sends a request until it is answered well.
func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	for try := 1; ; try++ {
		answer, err := t.Base.RoundTrip(r)
		if err == nil && answer.StatusCode < 500 || try == t.Most {
			return answer, err
		}
		if !rest(r, try) {
			return answer, err
		}
	}
}

// rest waits longer with each try; false when the request is over.
func rest(r *http.Request, try int) bool {
	select {
	case <-time.After(time.Duration(try*40+rand.Intn(30)) * time.Millisecond):
		return true
	case <-r.Context().Done():
		return false
	}
}
