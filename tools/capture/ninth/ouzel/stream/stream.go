// Package stream subscribes to events over HTTP.
package stream

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Event is one.
type Event struct{ ID, Text string }

// Validator decides about an answer.
type Validator func(answer *http.Response) error

// Subscriber subscribes at one publisher.
type Subscriber struct {
	base     string
	client   *http.Client
	validate Validator
}

// New subscribes below base.
func New(base string) *Subscriber {
	return &Subscriber{
		base:     base,
		client:   &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute}},
		validate: ok,
	}
}

func ok(answer *http.Response) error {
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("subscribe: %s", answer.Status)
	}
	return nil
}

// Subscribe hands events to handle until ctx or the stream ends.
func (s *Subscriber) Subscribe(ctx context.Context, path string, handle func(Event)) error {
	answer, err := s.open(path)
	if err != nil {
		return err
	}
	if err := s.validate(answer); err != nil {
		return err
	}
	defer answer.Body.Close()
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-ctx.Done():
			answer.Body.Close()
		case <-done:
		}
	}()
	return read(bufio.NewScanner(answer.Body), handle)
}

func (s *Subscriber) open(path string) (*http.Response, error) {
	request, err := http.NewRequest(http.MethodGet, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "text/event-stream")
	return s.client.Do(request)
}

func read(lines *bufio.Scanner, handle func(Event)) error {
	var e Event
	for lines.Scan() {
		switch line := lines.Text(); {
		case line == "":
			handle(e)
			e = Event{}
		case strings.HasPrefix(line, "id: "):
			e.ID = line[4:]
		case strings.HasPrefix(line, "data: "):
			e.Text = line[6:]
		}
	}
	return lines.Err()
}
