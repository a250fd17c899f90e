// Package relay lets guests in.
package relay

import (
	"log"
	"net"
	"strings"
	"sync"
	"time"

	"relay.nuthatch.example/events/nuthatch/guest"
	"relay.nuthatch.example/events/nuthatch/pass"
)

// Relay has guests.
type Relay struct {
	l    net.Listener
	desk *pass.Desk

	mu     sync.Mutex
	guests map[*guest.Guest]struct{}
	number int
}

// Listen accepts on a free port.
func Listen() (*Relay, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &Relay{l: l, desk: pass.NewDesk(), guests: make(map[*guest.Guest]struct{})}
	go r.accept()
	return r, nil
}

// Address is where it accepts.
func (r *Relay) Address() string { return r.l.Addr().String() }

// Publish offers an event to all.
func (r *Relay) Publish(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for g := range r.guests {
		g.Offer(guest.Event{Number: n, At: time.Now()})
	}
}

func (r *Relay) accept() {
	for {
		c, err := r.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		r.number++
		go r.serve(c, r.number)
	}
}

func (r *Relay) serve(c net.Conn, number int) {
	defer c.Close()
	g := guest.New(c, number)
	r.enter(g)
	defer r.leave(g)
	if g.Tell("AUTH "+r.desk.Ask(g)) != nil {
		return
	}
	for {
		line, err := g.Line()
		if err != nil {
			return
		}
		if strings.HasPrefix(line, "ANSWER ") && r.desk.Answer(g, line[7:]) {
			defer r.desk.Forget(g)
		}
		if g.Flush() != nil || g.Tell("OK") != nil {
			return
		}
	}
}

func (r *Relay) enter(g *guest.Guest) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.guests[g] = struct{}{}
}

func (r *Relay) leave(g *guest.Guest) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.guests, g)
}
