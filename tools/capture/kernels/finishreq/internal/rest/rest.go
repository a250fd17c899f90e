// Package rest answers requests in time.
package rest

import (
	"errors"
	"time"
)

type result struct{ text string }

func finish(timeout time.Duration, work func() (result, error)) (result, error) {
	done, failed := make(chan result), make(chan error)
	go func() {
		if r, err := work(); err != nil {
			failed <- err
		} else {
			done <- r
		}
	}()
	select {
	case r := <-done:
		return r, nil
	case err := <-failed:
		return result{}, err
	case <-time.After(timeout):
		return result{}, errors.New("late")
	}
}

// Run works longer than it is waited for.
func Run(n int) {
	_, err := finish(30*time.Millisecond, func() (result, error) {
		time.Sleep(time.Duration(20+n%5*20) * time.Millisecond)
		return result{text: "done"}, nil
	})
	if err != nil {
		return
	}
}
