// Package inspect looks at a host's certificate.
package inspect

import (
	"io"
	"log"
	"net/http"
	"time"

	"example.org/platform/peer"
)

func client() *http.Client {
	transport := &http.Transport{TLSClientConfig: peer.TLSConfig(), ForceAttemptHTTP2: true}
	return &http.Client{Transport: transport, Timeout: 10 * time.Second}
}

// Host returns when the certificate of a host ends.
func Host(url string) time.Time {
	response, err := client().Get(url)
	if err != nil {
		log.Print(err)
		return time.Time{}
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		log.Print(err)
	}
	return response.TLS.PeerCertificates[0].NotAfter
}
