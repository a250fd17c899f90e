// Package deliver posts events to their receivers.
package deliver

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
)

// Sender posts events.
type Sender struct {
	base   string
	client *http.Client
	failed int64
}

// NewSender posts below base.
func NewSender(base string) *Sender {
	return &Sender{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}}
}

// Post delivers one event and counts a failure.
func (s *Sender) Post(path, event string) {
	if err := s.once(path, event); err != nil {
		atomic.AddInt64(&s.failed, 1)
	}
}

func (s *Sender) once(path, event string) error {
	response, err := s.client.Post(s.base+path, "application/json", strings.NewReader(`{"event":"`+event+`"}`))
	if err != nil {
		return err
	}
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("%s: %s", path, response.Status)
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
