// Package sessions is one order each.
package sessions

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log"
	"net"

	"code.scriptorium.example/press/parchment/lifetime"
)

// Desk takes orders as long as the service lives.
type Desk struct{ life *lifetime.Lifetime }

// New takes orders during life.
func New(life *lifetime.Lifetime) *Desk { return &Desk{life: life} }

// Serve accepts.
func (d *Desk) Serve(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go func() {
			if err := d.open(c).run(); err != nil {
				log.Print(err)
			}
		}()
	}
}

// Session is a customer at the desk.
type Session struct {
	ctx    context.Context
	abort  context.CancelFunc
	conn   net.Conn
	copied [8 << 10]byte
	life   *lifetime.Lifetime
}

func (d *Desk) open(c net.Conn) *Session {
	s := &Session{conn: c, life: d.life}
	s.ctx, s.abort = context.WithCancel(d.life)
	return s
}

func (s *Session) run() error {
	defer s.conn.Close()
	order, err := bufio.NewReader(s.conn).ReadString('\n')
	if err != nil {
		s.abort()
		return err
	}
	if err := s.copy(order); err != nil {
		s.abort()
		return err
	}
	s.life.Count()
	_, err = fmt.Fprintf(s.conn, "done %d\n", len(order))
	return err
}

func (s *Session) copy(order string) error {
	for i := range s.copied {
		if s.ctx.Err() != nil {
			return errors.New("sessions: aborted")
		}
		s.copied[i] = order[i%len(order)]
	}
	return nil
}
