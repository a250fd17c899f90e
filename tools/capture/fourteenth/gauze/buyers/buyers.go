// Package buyers stand in line.
package buyers

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Line has n buyers who ask one after the other, always.
func Line(ctx context.Context, base string, n int) {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	for i := 0; i < n; i++ {
		go buy(ctx, client, base, i)
	}
}

func buy(ctx context.Context, client *http.Client, base string, i int) {
	for turn := 0; ctx.Err() == nil; turn++ {
		answer, err := client.Get(fmt.Sprintf("%s/row-%d", base, (i+turn)%40))
		if err != nil {
			continue
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	}
}
