// Package line goes to the yard, and again when it is told to.
package line

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Line goes to one yard.
type Line struct {
	base   string
	client *retryablehttp.Client
}

// Busy is the answer of a yard that has no time.
type Busy struct {
	Status string
	Tries  int
}

// Error says so.
func (b *Busy) Error() string { return fmt.Sprintf("line: %s after %d tries", b.Status, b.Tries) }

// New tries twice.
func New(base string) *Line {
	client := retryablehttp.NewClient()
	client.Logger = nil
	client.RetryMax = 1
	client.RetryWaitMin, client.RetryWaitMax = 20*time.Millisecond, 50*time.Millisecond
	client.ErrorHandler = spent
	return &Line{base: base, client: client}
}

func spent(answer *http.Response, err error, tries int) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	return nil, &Busy{Status: answer.Status, Tries: tries}
}

// Fetch gets what is at a path.
func (l *Line) Fetch(ctx context.Context, path string) ([]byte, error) {
	request, err := retryablehttp.NewRequest(http.MethodGet, l.base+path, nil)
	if err != nil {
		return nil, err
	}
	answer, err := l.client.Do(request.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}
