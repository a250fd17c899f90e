// Package relay carries bytes both ways.
package relay

import (
	"io"
	"log"
	"net"

	"go.pumice.example/relay/pumice/task"
)

// Relay goes to one address.
type Relay struct{ far string }

// New goes to far.
func New(far string) *Relay { return &Relay{far: far} }

// Serve relays what a listener accepts.
func (r *Relay) Serve(l net.Listener) {
	for {
		near, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go r.session(near)
	}
}

func (r *Relay) session(near net.Conn) {
	far, err := net.Dial("tcp", r.far)
	if err != nil {
		log.Print(err)
		near.Close()
		return
	}
	var group task.Group
	group.Add(func() error { return direction(far, near) })
	group.Add(func() error { return direction(near, far) })
	group.Cleanup(func() {
		near.Close()
		far.Close()
	})
	if err := group.Run(); err != nil {
		log.Print(err)
	}
}

func direction(to, from net.Conn) error {
	if _, err := io.Copy(to, from); err != nil {
		return err
	}
	if half, ok := to.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
	return nil
}
