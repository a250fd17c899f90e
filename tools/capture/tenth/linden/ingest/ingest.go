// Package ingest reads lines of statistics.
package ingest

import (
	"bufio"
	"log"
	"net"
	"strconv"
	"strings"

	"go.linden.example/metrics/linden/table"
)

// Server accepts senders.
type Server struct {
	l     net.Listener
	table *table.Table
}

// Listen accepts on a free port.
func Listen(t *table.Table) (*Server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Server{l: l, table: t}
	go s.accept()
	return s, nil
}

// Address is where it accepts.
func (s *Server) Address() string { return s.l.Addr().String() }

func (s *Server) accept() {
	for {
		c, err := s.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go s.handle(c)
	}
}

func (s *Server) handle(c net.Conn) {
	defer c.Close()
	in := bufio.NewReader(c)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		name, text, _ := strings.Cut(strings.TrimSpace(line), ":")
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			log.Print(err)
			return
		}
		s.table.Add(name, value)
	}
}
