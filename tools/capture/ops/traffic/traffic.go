// Package traffic serves HTTP on a loopback port and drives it with keep-alive clients.
package traffic

import (
	"context"
	"io"
	"math/rand"
	"net"
	"net/http"
	"time"
)

// Load says how many clients ask, how long each rests between two requests, and what they ask for.
type Load struct {
	Clients int
	Pause   time.Duration
	Timeout time.Duration
	Path    func(random *rand.Rand) string
}

// Serve answers with handler until ctx ends and returns the address.
func Serve(ctx context.Context, handler http.Handler) (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	go server.Serve(ln)
	return ln.Addr().String(), nil
}

// Drive starts the clients; every answer is drained and closed, so that connections are kept alive.
func Drive(ctx context.Context, address string, load Load) {
	if load.Timeout == 0 {
		load.Timeout = 5 * time.Second
	}
	client := &http.Client{
		Timeout:   load.Timeout,
		Transport: &http.Transport{MaxIdleConnsPerHost: load.Clients, IdleConnTimeout: 90 * time.Second},
	}
	for i := 0; i < load.Clients; i++ {
		go visit(ctx, client, address, load, rand.New(rand.NewSource(int64(i))))
	}
}

func visit(ctx context.Context, client *http.Client, address string, load Load, random *rand.Rand) {
	for {
		rest := load.Pause/2 + time.Duration(random.Int63n(int64(load.Pause)))
		select {
		case <-time.After(rest):
		case <-ctx.Done():
			return
		}
		resp, err := client.Get("http://" + address + load.Path(random))
		if err != nil {
			continue
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
