// Package follow reads event streams to their end.
package follow

import (
	"bufio"
	"context"
	"log"
	"net/http"
	"time"
)

// Stream follows one stream, and again when it ends.
func Stream(ctx context.Context, client *http.Client, url string) {
	for ctx.Err() == nil {
		if err := once(ctx, client, url); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func once(ctx context.Context, client *http.Client, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		if lines.Text() == "data: stop" {
			break
		}
	}
	return lines.Err()
}
