// Package fans watch games; some leave and others come.
package fans

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Watch has n fans at base.
func Watch(base string, n int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	for i := 0; i < n; i++ {
		go watch(client, base, i)
		time.Sleep(25 * time.Millisecond)
	}
	select {}
}

// watch stays to the end, or every fifth time leaves after a while and comes again.
func watch(client *http.Client, base string, i int) {
	stay := 24 * time.Hour
	if i%5 == 0 {
		stay = time.Duration(15+i%30) * time.Second
	}
	for {
		look(client, base, stay)
		time.Sleep(time.Second)
	}
}

func look(client *http.Client, base string, stay time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), stay)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, base, nil)
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
