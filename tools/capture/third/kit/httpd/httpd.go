// Package httpd is a service's own port and those who call it.
package httpd

import (
	"context"
	"fmt"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"time"
)

// Open serves handler on a free loopback port and returns its base address.
func Open(handler http.Handler) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	s := &http.Server{Handler: handler, ReadHeaderTimeout: 15 * time.Second, IdleTimeout: 4 * time.Minute}
	go func() {
		if err := s.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	return fmt.Sprintf("http://%s", l.Addr()), nil
}

// Callers makes n callers ask for path(caller, turn) below base, each about every pause, over connections kept alive.
func Callers(ctx context.Context, base string, n int, pause time.Duration, path func(caller, turn int) string) {
	client := &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{MaxIdleConnsPerHost: n, IdleConnTimeout: 2 * time.Minute},
	}
	for i := 0; i < n; i++ {
		go call(ctx, client, base, i, pause, path)
	}
}

func call(ctx context.Context, client *http.Client, base string, caller int, pause time.Duration, path func(caller, turn int) string) {
	rng := rand.New(rand.NewSource(int64(caller) + 5))
	for turn := 0; ctx.Err() == nil; turn++ {
		time.Sleep(pause/2 + time.Duration(rng.Int63n(int64(pause)+1)))
		answer, err := client.Get(base + path(caller, turn))
		if err != nil {
			continue
		}
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			log.Print(err)
		}
		answer.Body.Close()
	}
}
