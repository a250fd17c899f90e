// Package check looks whether a service does what it should.
package check

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
)

// HTTP is a check of a page.
type HTTP struct {
	URL, Want string
}

func (h *HTTP) client() (*http.Client, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	return &http.Client{Jar: jar, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}, nil
}

// Run says whether the page has what is wanted.
func (h *HTTP) Run(ctx context.Context) (bool, error) {
	client, err := h.client()
	if err != nil {
		return false, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL, nil)
	if err != nil {
		return false, err
	}
	answer, err := client.Do(request)
	if err != nil {
		return false, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return strings.Contains(string(text), h.Want), err
}
