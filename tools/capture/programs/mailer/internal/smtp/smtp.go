// Package smtp hands messages to a relay.
package smtp

import (
	"fmt"
	"time"
)

// Message is one mail.
type Message struct {
	To   string
	Body []byte
}

// Sender delivers one message.
type Sender struct {
	message  Message
	attempts int
	done     chan error
}

// NewSender prepares a first delivery.
func NewSender(m Message) *Sender { return &Sender{message: m, done: make(chan error, 1)} }

// Retry prepares another attempt of a delivery that failed.
func (s *Sender) Retry() *Sender {
	return &Sender{message: s.message, attempts: s.attempts + 1}
}

// Send delivers the message and calls after with the outcome.
func (s *Sender) Send(after func(error)) {
	go s.await(after)
	go s.relay()
}

func (s *Sender) await(after func(error)) {
	after(<-s.done)
}

func (s *Sender) relay() {
	time.Sleep(10 * time.Millisecond)
	var err error
	if s.attempts == 0 && len(s.message.Body)%10 == 3 {
		err = fmt.Errorf("smtp: 451 try again: %s", s.message.To)
	}
	select {
	case s.done <- err:
	case <-time.After(time.Second):
	}
}
