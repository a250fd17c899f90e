// Package report sends what was counted.
package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

var client = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 8, IdleConnTimeout: 90 * time.Second},
}

// Sender reports to one collector.
type Sender struct{ url string }

// New reports to url.
func New(url string) *Sender { return &Sender{url: url} }

// Send reports once. An error is what the collector says.
func (s *Sender) Send(counts map[string]int) error {
	answer, err := s.post(counts)
	if err != nil {
		return err
	}
	if answer.StatusCode >= http.StatusBadRequest {
		defer answer.Body.Close()
		reason, err := io.ReadAll(answer.Body)
		if err != nil {
			return err
		}
		return fmt.Errorf("report: %s", reason)
	}
	return nil
}

func (s *Sender) post(counts map[string]int) (*http.Response, error) {
	body, err := json.Marshal(counts)
	if err != nil {
		return nil, err
	}
	return client.Post(s.url, "application/json", bytes.NewReader(body))
}
