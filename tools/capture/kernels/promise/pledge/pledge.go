// Package pledge runs a function and tells its error later.
package pledge

import "time"

// Go runs f.
func Go(f func() error) chan error {
	failed := make(chan error)
	go func() {
		failed <- f()
	}()
	return failed
}

// Run waits for less time than the function needs.
func Run(int) {
	failed := Go(func() error {
		time.Sleep(60 * time.Millisecond)
		return nil
	})
	select {
	case <-failed:
	case <-time.After(20 * time.Millisecond):
	}
}
