// Package readers come and go.
package readers

import (
	"context"
	"io"
	"math/rand"
	"net"
	"net/http"
	"time"
)

// Come returns a peer of so many readers a second, who stay up to a time.
func Come(perSecond int, stay time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, base string) {
		random := rand.New(rand.NewSource(11))
		client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		for {
			go read(client, base, stay/2+time.Duration(random.Int63n(int64(stay/2))))
			time.Sleep(time.Second / time.Duration(perSecond))
		}
	}
}

func read(client *http.Client, base string, stay time.Duration) {
	ctx, leave := context.WithTimeout(context.Background(), stay)
	defer leave()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/feed", nil)
	if err != nil {
		return
	}
	answer, err := client.Do(request)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
