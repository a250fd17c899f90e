// Package transport posts events in their order.
package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"time"
)

// Event is what happened.
type Event struct {
	Number int
	Text   string
}

// Transport has a queue of events.
type Transport struct {
	url    string
	client *http.Client
	queue  chan Event
}

// New posts to url.
func New(ctx context.Context, url string) *Transport {
	t := &Transport{url: url, client: &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}, queue: make(chan Event, 100)}
	go t.loop(ctx)
	return t
}

// Capture puts an event into the queue, if it has room.
func (t *Transport) Capture(e Event) {
	select {
	case t.queue <- e:
	default:
	}
}

func (t *Transport) loop(ctx context.Context) {
	for {
		select {
		case e := <-t.queue:
			if err := t.send(e); err != nil {
				log.Print(err)
			}
		case <-ctx.Done():
			return
		}
	}
}

func (t *Transport) send(e Event) error {
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	answer, err := t.client.Post(t.url, "application/json", bytes.NewReader(text))
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("event %d: %s", e.Number, answer.Status)
	}
	return nil
}
