package peer

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"log"
	"math/big"
	"net"
	"net/http"
	"time"
)

// HTTPS is Main for a peer that is an HTTP server with TLS, and so with HTTP/2. Its certificate is its own.
func HTTPS(role string, handler http.Handler) {
	Main(role, func(l net.Listener, _ string) {
		server := &http.Server{Handler: handler, TLSConfig: &tls.Config{
			Certificates: []tls.Certificate{certificate()},
			MinVersion:   tls.VersionTLS12,
		}}
		log.Fatal(server.ServeTLS(l, "", ""))
	})
}

func certificate() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		NotAfter:     time.Now().Add(time.Hour),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// TLSConfig trusts any peer: it is for connections within the machine only.
func TLSConfig() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS12} //nolint:gosec // loopback
}
