// Package street is who calls a service, in a process of its own.
package street

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"
)

// Callers returns a peer of n callers, each with a call every period and so much patience; path says what is called.
func Callers(n int, period, patience time.Duration, path func(caller, turn int) string) func(net.Listener, string) {
	return func(_ net.Listener, base string) {
		client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
		for i := 0; i < n; i++ {
			go func(caller int) {
				time.Sleep(period * time.Duration(caller) / time.Duration(n))
				for turn := 0; ; turn++ {
					call(client, base+path(caller, turn), patience)
					time.Sleep(period)
				}
			}(i)
		}
		select {}
	}
}

func call(client *http.Client, url string, patience time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
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
