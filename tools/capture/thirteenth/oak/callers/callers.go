// Package callers are who asks.
package callers

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Call has n of them ask at a base, eight a second.
func Call(ctx context.Context, base string, n int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	go func() {
		for i := 0; i < n; i++ {
			go ask(ctx, client, fmt.Sprintf("%s/ships/%d", base, i*37%1400))
			time.Sleep(120 * time.Millisecond)
		}
	}()
}

func ask(ctx context.Context, client *http.Client, url string) {
	for ctx.Err() == nil {
		answer, err := client.Get(url)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
		time.Sleep(50 * time.Millisecond)
	}
}
