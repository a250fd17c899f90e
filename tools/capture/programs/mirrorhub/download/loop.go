// Package download fetches packages.
package download

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

// Loop fetches one package after the other.
func Loop(ctx context.Context, client *http.Client, base string, lane int) {
	time.Sleep(time.Duration(lane) * 130 * time.Millisecond)
	for n := 0; ctx.Err() == nil; n++ {
		if err := one(ctx, client, fmt.Sprintf("%s/pkg/%d/%d", base, lane, n)); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
	}
}

func one(ctx context.Context, client *http.Client, url string) error {
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
