// Package gatekeeper has a device for each address it hears from.
package gatekeeper

import (
	"log"
	"net"
	"sync"
	"time"

	"code.meadow.example/tunnel/foxglove/device"
)

type seat struct {
	device *device.Device
	heard  time.Time
}

// Gate is where peers come in.
type Gate struct {
	silence time.Duration

	mu    sync.Mutex
	seats map[string]*seat
}

// New closes the device of a peer that is silent for so long.
func New(silence time.Duration) *Gate {
	return &Gate{silence: silence, seats: make(map[string]*seat)}
}

// Serve reads packets.
func (g *Gate) Serve(socket net.PacketConn) {
	packet := make([]byte, 1500)
	for {
		n, from, err := socket.ReadFrom(packet)
		if err != nil {
			log.Print(err)
			return
		}
		g.admit(from.String()).Take(packet[:n])
	}
}

func (g *Gate) admit(address string) *device.Device {
	g.mu.Lock()
	defer g.mu.Unlock()
	s, known := g.seats[address]
	if !known {
		s = &seat{device: device.Open(address)}
		g.seats[address] = s
	}
	s.heard = time.Now()
	return s.device
}

// Sweep closes what is silent.
func (g *Gate) Sweep() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for address, s := range g.seats {
		if time.Since(s.heard) > g.silence {
			s.device.Close()
			delete(g.seats, address)
		}
	}
}
