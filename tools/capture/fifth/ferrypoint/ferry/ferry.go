// Package ferry carries datagrams.
package ferry

import (
	"log"
	"net"
	"sync"
)

const largest = 1500

// Ferry has one landing for all who want to cross.
type Ferry struct {
	landing net.PacketConn
	bank    string

	mu        sync.Mutex
	crossings map[string]net.Conn
}

// Moor lands at address and crosses to bank.
func Moor(address, bank string) (*Ferry, error) {
	landing, err := net.ListenPacket("udp", address)
	if err != nil {
		return nil, err
	}
	return &Ferry{landing: landing, bank: bank, crossings: make(map[string]net.Conn)}, nil
}

// Address is where to come.
func (f *Ferry) Address() string { return f.landing.LocalAddr().String() }

// Run carries until the landing is closed.
func (f *Ferry) Run() error {
	text := make([]byte, largest)
	for {
		n, from, err := f.landing.ReadFrom(text)
		if err != nil {
			return err
		}
		nc, err := f.crossing(from)
		if err != nil {
			log.Print(err)
			continue
		}
		if _, err := nc.Write(text[:n]); err != nil {
			log.Print(err)
		}
	}
}

func (f *Ferry) crossing(from net.Addr) (net.Conn, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if nc := f.crossings[from.String()]; nc != nil {
		return nc, nil
	}
	nc, err := net.Dial("udp", f.bank)
	if err != nil {
		return nil, err
	}
	f.crossings[from.String()] = nc
	go f.back(nc, from)
	return nc, nil
}

func (f *Ferry) back(nc net.Conn, to net.Addr) {
	text := make([]byte, largest)
	for {
		n, err := nc.Read(text)
		if err != nil {
			return
		}
		if _, err := f.landing.WriteTo(text[:n], to); err != nil {
			return
		}
	}
}
