package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
)

func visits(ctx context.Context, base string) {
	client := &http.Client{Timeout: 90 * time.Second}
	cadence.Spread(ctx, 4, func(n int) {
		answer, err := client.Get(fmt.Sprintf("%s/sizes/%d", base, n%30))
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	})
}
