// Package session serves clients.
package session

import (
	"errors"
	"io"
	"net"
	"sync/atomic"
	"time"

	"git.ferry.example/transfer/portlease/passive"
)

// Session counts bytes.
type Session struct{ sent atomic.Int64 }

// New has sent nothing.
func New() *Session { return &Session{} }

// Retrieve sends a file; the client of every third is behind a wall that lets nothing in.
func (s *Session) Retrieve(file int) error {
	slot, err := passive.Open()
	if err != nil {
		return err
	}
	address := slot.Offer()
	if file%3 != 0 {
		go connect(address)
	}
	select {
	case nc := <-slot.Ready:
		defer nc.Close()
		n, err := nc.Write(make([]byte, 1000))
		s.sent.Add(int64(n))
		return err
	case <-time.After(2 * time.Second):
		return errors.New("the client did not connect")
	}
}

func connect(address string) {
	nc, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer nc.Close()
	io.Copy(io.Discard, nc)
}
