// Package rendezvous waits for callbacks.
package rendezvous

import (
	"errors"
	"net"
	"time"
)

var errLate = errors.New("no callback in time")

// Await waits for one callback.
func Await(patience time.Duration) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	called := make(chan error, 1)
	go func() { called <- receive(l) }()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case err := <-called:
		return err
	case <-timer.C:
		return errLate
	}
}

func receive(l net.Listener) error {
	defer l.Close()
	c, err := l.Accept()
	if err != nil {
		return err
	}
	return c.Close()
}
