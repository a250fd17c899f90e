// Package sandbox starts throw-away servers.
package sandbox

import (
	"fmt"
	"net"
	"net/http"
	"time"
)

// Open starts the server of experiment n and returns its URL.
func Open(n int) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "experiment", n, r.URL)
	})}
	go server.Serve(l)
	return "http://" + l.Addr().String(), nil
}
