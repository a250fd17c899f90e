// Package web serves a service's own API and puts ordinary keep-alive traffic on it.
package web

import (
	"context"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"time"
)

// Listen serves handler on a free loopback port and returns its base URL.
func Listen(handler http.Handler) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 5 * time.Minute}
	go func() { log.Print(server.Serve(l)) }()
	return "http://" + l.Addr().String(), nil
}

// NewClient returns a client that keeps up to conns connections a host alive.
func NewClient(conns int) *http.Client {
	return &http.Client{
		Timeout:   30 * time.Second,
		Transport: &http.Transport{MaxIdleConns: conns, MaxIdleConnsPerHost: conns},
	}
}

// Load makes users independent clients ask for next(user, n), each pausing about pause between requests.
func Load(ctx context.Context, users int, pause time.Duration, next func(user, n int) string) {
	client := NewClient(users)
	for u := 0; u < users; u++ {
		go browse(ctx, client, u, pause, next)
	}
}

func browse(ctx context.Context, client *http.Client, user int, pause time.Duration, next func(user, n int) string) {
	rng := rand.New(rand.NewSource(int64(user) + 1))
	for n := 0; ctx.Err() == nil; n++ {
		if err := get(ctx, client, next(user, n)); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
		time.Sleep(pause/2 + time.Duration(rng.Int63n(int64(pause)+1)))
	}
}

func get(ctx context.Context, client *http.Client, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
