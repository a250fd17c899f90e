// Package survey asks neighbours how they are.
package survey

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
	"time"

	"go.fulmar.example/probe/fulmar/fetch"
)

// Survey has the latest answers.
type Survey struct {
	base string

	mu      sync.Mutex
	answers map[int]string
}

// New asks below base.
func New(base string) *Survey { return &Survey{base: base, answers: make(map[int]string)} }

// Hold keeps n conversations going over one client.
func (s *Survey) Hold(ctx context.Context, n int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n, IdleConnTimeout: 5 * time.Minute}}
	for i := 0; i < n; i++ {
		go func(i int) {
			for ctx.Err() == nil {
				time.Sleep(4*time.Second + time.Duration(i)*25*time.Millisecond)
				answer, err := client.Get(fmt.Sprintf("%s/talk/%d", s.base, i))
				if err != nil {
					log.Print(err)
					continue
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
			}
		}(i)
	}
}

// Round asks one neighbour of thirty.
func (s *Survey) Round(n int, options ...fetch.Option) {
	if err := s.ask(n%30, options); err != nil {
		log.Printf("survey: %v", err)
	}
}

func (s *Survey) ask(who int, options []fetch.Option) error {
	call := fetch.New(append(options, fetch.At(fmt.Sprintf("/state/%d", who)))...)
	text, err := call.Do(context.Background(), s.base)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers[who] = text
	return nil
}
