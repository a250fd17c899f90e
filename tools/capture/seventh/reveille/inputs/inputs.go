// Package inputs reads what exporters say.
package inputs

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"time"
)

// Input is one exporter.
type Input struct {
	url    string
	client *http.Client
}

func newClient() *http.Client {
	return &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{ResponseHeaderTimeout: 3 * time.Second}}
}

// New reads from url.
func New(url string) *Input { return &Input{url: url, client: newClient()} }

// Gather returns the values by name.
func (in *Input) Gather(ctx context.Context) (map[string]string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, in.url, nil)
	if err != nil {
		return nil, err
	}
	answer, err := in.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	values := make(map[string]string)
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), " ")
		values[name] = value
	}
	return values, lines.Err()
}
