// Package probe looks at a host's certificate.
package probe

import (
	"crypto/tls"
	"net"
	"time"
)

type result struct {
	conn *tls.Conn
	at   time.Time
	ends time.Time
}

// Scanner remembers its results.
type Scanner struct {
	address string
	config  *tls.Config
	results []result
}

// NewScanner looks at one address.
func NewScanner(address string, config *tls.Config) *Scanner {
	return &Scanner{address: address, config: config}
}

func (s *Scanner) handshake() (*tls.Conn, error) {
	return tls.DialWithDialer(&net.Dialer{Timeout: 2 * time.Second}, "tcp", s.address, s.config)
}

// Expiry says when the certificate ends.
func (s *Scanner) Expiry() (time.Time, error) {
	conn, err := s.handshake()
	if err != nil {
		return time.Time{}, err
	}
	ends := conn.ConnectionState().PeerCertificates[0].NotAfter
	s.results = append(s.results, result{conn: conn, at: time.Now(), ends: ends})
	return ends, nil
}
