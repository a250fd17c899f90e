// Package enrich asks registries about leads.
package enrich

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

type answer struct {
	text string
	err  error
}

// All asks about n leads at once and returns how many answered.
func All(ctx context.Context, client *http.Client, base string, batch, n int) int {
	answers := make(chan answer, n)
	for i := 0; i < n; i++ {
		go func(i int) { answers <- one(ctx, client, fmt.Sprintf("%s/lead/%d/%d", base, batch, i)) }(i)
	}
	good := 0
	for i := 0; i < n; i++ {
		if a := <-answers; a.err == nil {
			good += len(a.text)
		}
	}
	return good
}

func one(ctx context.Context, client *http.Client, url string) answer {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return answer{err: err}
	}
	response, err := client.Do(request)
	if err != nil {
		return answer{err: err}
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return answer{text: string(text), err: err}
}
