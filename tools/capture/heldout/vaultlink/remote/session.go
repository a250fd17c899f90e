// Package remote reads from a keeper of secrets.
package remote

import (
	"crypto/tls"
	"io"
	"net/http"
	"sync"
	"time"
)

// Session has a client whose credentials change.
type Session struct {
	base   string
	config *tls.Config
	mu     sync.RWMutex
	client *http.Client
}

// NewSession reads at base.
func NewSession(base string, config *tls.Config) *Session {
	return &Session{base: base, config: config, client: connect(config)}
}

func connect(config *tls.Config) *http.Client {
	return &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{TLSClientConfig: config.Clone(), ForceAttemptHTTP2: true}}
}

// Renew takes up new credentials.
func (s *Session) Renew(int) {
	fresh := connect(s.config)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.client = fresh
}

// Read returns a secret.
func (s *Session) Read(path string) (string, error) {
	s.mu.RLock()
	client := s.client
	s.mu.RUnlock()
	answer, err := client.Get(s.base + "/" + path)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return string(text), err
}
