// Package viewers is the browsers, in a process of their own.
package viewers

import (
	"context"
	"fmt"
	"io"
	"math/rand"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
)

const (
	browsers   = 8
	perBrowser = 40
)

// Serve reads along at target and never returns.
func Serve(_ net.Listener, target string) {
	for n := 0; n < browsers*perBrowser; n++ {
		time.Sleep(100 * time.Millisecond)
		go view(clients[n%browsers], "https://"+target, n)
	}
	select {}
}

var clients = open()

func open() []*http.Client {
	made := make([]*http.Client, browsers)
	for i := range made {
		made[i] = &http.Client{Transport: &http.Transport{TLSClientConfig: peer.TLSConfig(), ForceAttemptHTTP2: true}}
	}
	return made
}

func view(client *http.Client, base string, n int) {
	rng := rand.New(rand.NewSource(int64(n)))
	for ; ; n += 7 {
		if err := follow(client, fmt.Sprintf("%s/%d", base, n%36), time.Duration(70+rng.Intn(150))*time.Second); err != nil {
			time.Sleep(time.Second)
		}
		time.Sleep(time.Duration(500+rng.Intn(2500)) * time.Millisecond)
	}
}

func follow(client *http.Client, address string, span time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), span)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
