// Package vow runs a function and tells its error later.
package vow

import "time"

// Go runs f.
func Go(f func() error) chan error {
	failed := make(chan error, 1)
	go func() {
		failed <- f()
	}()
	return failed
}

// Run waits for less time than the function needs.
func Run(int) {
	failed := Go(func() error {
		time.Sleep(4 * time.Second)
		return nil
	})
	select {
	case <-failed:
	case <-time.After(2 * time.Second):
	}
}
