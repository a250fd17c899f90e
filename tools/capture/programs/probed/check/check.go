// Package check asks a host for its health.
package check

import (
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

func transport() *http.Transport {
	dialer := &net.Dialer{Timeout: 2 * time.Second, LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}}
	return &http.Transport{DialContext: dialer.DialContext, ResponseHeaderTimeout: 3 * time.Second}
}

// Run checks one URL.
func Run(url string) bool {
	client := http.Client{Transport: transport(), Timeout: 5 * time.Second}
	response, err := client.Get(url)
	if err != nil {
		log.Print(err)
		return false
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err == nil && response.StatusCode == http.StatusOK
}
