// Package passive offers a port for one transfer.
package passive

import "net"

// Slot is a port that waits for one client.
type Slot struct {
	port  net.Listener
	Ready chan net.Conn
}

// Open listens.
func Open() (*Slot, error) {
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &Slot{port: port, Ready: make(chan net.Conn, 1)}, nil
}

// Offer says where the client shall connect.
func (s *Slot) Offer() string {
	go s.await()
	return s.port.Addr().String()
}

func (s *Slot) await() {
	nc, err := s.port.Accept()
	if err != nil {
		return
	}
	s.port.Close()
	s.Ready <- nc
}
