// Package query asks a name server.
package query

import (
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

type question struct {
	conn   net.Conn
	packet [4096]byte
}

// Resolver asks one server.
type Resolver struct {
	server   string
	mu       sync.Mutex
	inFlight map[int]*question
}

// NewResolver asks the server at this address.
func NewResolver(server string) *Resolver {
	return &Resolver{server: server, inFlight: map[int]*question{}}
}

func (r *Resolver) socket(n int) (*question, error) {
	c, err := net.Dial("udp", r.server)
	if err != nil {
		return nil, err
	}
	q := &question{conn: c}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.inFlight[n] = q
	return q, nil
}

// Ask asks question n.
func (r *Resolver) Ask(n int) {
	q, err := r.socket(n)
	if err != nil {
		log.Print(err)
		return
	}
	if err := q.conn.SetDeadline(time.Now().Add(500 * time.Millisecond)); err != nil {
		log.Print(err)
	}
	fmt.Fprintf(q.conn, "name-%d", n)
	if _, err := q.conn.Read(q.packet[:]); err != nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.inFlight, n)
	q.conn.Close()
}
