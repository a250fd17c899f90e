// Package channel reaches phones.
package channel

import (
	"crypto/tls"
	"io"
	"log"
	"net/http"
	"time"
)

// Push sends through one provider.
type Push struct{ provider string }

// NewPush sends through the provider at base.
func NewPush(base string) *Push { return &Push{provider: base} }

func newClient() *http.Client {
	return &http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}},
	}
}

// Send pushes one message.
func (p *Push) Send(phone string) {
	response, err := newClient().Get(p.provider + "/push/" + phone)
	if err != nil {
		log.Print(err)
		return
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		log.Print(err)
	}
}
