// Package upload receives files.
package upload

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
)

// Port writes what it receives.
type Port struct{ to io.Writer }

// NewPort writes to to.
func NewPort(to io.Writer) *Port { return &Port{to: to} }

// ServeHTTP answers with the checksum.
func (p *Port) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	sum, err := p.receive(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%x\n", sum)
}

func (p *Port) receive(body io.Reader) ([]byte, error) {
	sum := sha256.New()
	if _, err := io.CopyBuffer(io.MultiWriter(p.to, sum), body, make([]byte, 8<<10)); err != nil {
		return nil, err
	}
	return sum.Sum(nil), nil
}
