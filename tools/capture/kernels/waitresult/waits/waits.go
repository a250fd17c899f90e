// Package waits waits for a container to end.
package waits

import "errors"

func request() error { return errors.New("no such container") }

func wait() <-chan error {
	failed := make(chan error)
	err := request()
	if err != nil {
		failed <- err
		return failed
	}
	return failed
}

// Run waits.
func Run(int) {
	if err := <-wait(); err != nil {
		return
	}
}
