// Package seal asks the notary.
package seal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"
)

const patience = 5

var errBusy = errors.New("seal: the notary has no time today")

// Signer has papers signed.
type Signer struct {
	notary string
	client *http.Client
}

// NewSigner asks the notary at that address.
func NewSigner(notary string) *Signer {
	return &Signer{notary: notary, client: &http.Client{Transport: &http.Transport{
		MaxIdleConnsPerHost: 8,
		IdleConnTimeout:     90 * time.Second,
	}}}
}

// Sign has the nth paper signed and asks again while the notary is busy.
func (s *Signer) Sign(ctx context.Context, n int) {
	pause := 100 * time.Millisecond
	for try := 0; try < patience; try++ {
		answer, err := s.post(ctx, n)
		if err != nil {
			log.Print(err)
			return
		}
		if answer.StatusCode == http.StatusTooManyRequests {
			time.Sleep(pause)
			pause *= 2
			continue
		}
		defer answer.Body.Close()
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			log.Print(err)
		}
		return
	}
	log.Printf("paper %d: %v", n, errBusy)
}

func (s *Signer) post(ctx context.Context, n int) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.notary+"/sign", strings.NewReader(fmt.Sprint("paper ", n)))
	if err != nil {
		return nil, err
	}
	return s.client.Do(request)
}
