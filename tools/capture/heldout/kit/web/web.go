// Package web is a service's own HTTP port and the visitors who use it.
package web

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"go.northgate.example/kit/load"
)

// Serve answers on a free loopback port and returns its URL.
func Serve(ctx context.Context, handler http.Handler) (string, error) {
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{
		Handler: handler, ReadTimeout: 20 * time.Second, IdleTimeout: 3 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog:    log.New(io.Discard, "", 0),
	}
	go server.Serve(port)
	return "http://" + port.Addr().String(), nil
}

// Visit makes users ask for address(user, n), each over a connection that is kept alive, until patience is over.
func Visit(ctx context.Context, users int, pause, patience time.Duration, address func(user, n int) string) {
	client := &http.Client{Timeout: patience, Transport: &http.Transport{MaxIdleConnsPerHost: users}}
	load.Crew(ctx, users, pause, func(user, n int) {
		answer, err := client.Get(address(user, n))
		if err != nil {
			return
		}
		defer answer.Body.Close()
		io.Copy(io.Discard, answer.Body)
	})
}
