// Package transport receives events by polling.
package transport

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Event is one.
type Event struct{ Subject string }

// Transport polls a broker.
type Transport struct {
	base   string
	client *http.Client
}

// New polls the broker at a base address.
func New(base string) *Transport {
	return &Transport{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 200}}}
}

// Receive hands events of a subject to a function until the context ends.
func (t *Transport) Receive(ctx context.Context, subject string, hand func(Event)) {
	events := make(chan Event, 8)
	go t.poll(subject, events)
	for {
		select {
		case e := <-events:
			hand(e)
		case <-ctx.Done():
			return
		}
	}
}

func (t *Transport) poll(subject string, events chan<- Event) {
	for {
		if err := t.once(subject, events); err != nil {
			time.Sleep(time.Second)
		}
	}
}

func (t *Transport) once(subject string, events chan<- Event) error {
	answer, err := t.client.Get(t.base + "/poll/" + subject)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode == http.StatusOK {
		events <- Event{Subject: subject}
	}
	if answer.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("broker: %v", answer.Status)
	}
	return nil
}
