// Package deliver posts events.
package deliver

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Sender posts to one receiver.
type Sender struct{ to string }

// NewSender posts to to.
func NewSender(to string) *Sender { return &Sender{to: to} }

// client has the patience an event's kind allows.
func client(patience time.Duration) *http.Client {
	dialer := &net.Dialer{Timeout: patience, KeepAlive: time.Minute}
	return &http.Client{Timeout: 2 * patience, Transport: &http.Transport{DialContext: dialer.DialContext}}
}

// Send posts event n.
func (s *Sender) Send(n int) error {
	body := bytes.NewReader(fmt.Appendf(nil, `{"event": %d}`, n))
	answer, err := client(time.Duration(1+n%5)*time.Second).Post(s.to, "application/json", body)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
