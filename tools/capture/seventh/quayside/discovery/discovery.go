// Package discovery serves the streams of proxies.
package discovery

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"

	"go.portauth.example/pilot/quayside/mesh"
)

type request struct {
	proxy, kind string
	raw         [512]byte
}

// Server pushes one configuration.
type Server struct{ mesh *mesh.Mesh }

// New pushes m.
func New(m *mesh.Mesh) *Server { return &Server{mesh: m} }

// Accept serves all.
func (s *Server) Accept(l net.Listener) {
	refused := 0
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go func() {
			if err := s.Stream(c); err != nil {
				if refused++; refused%100 == 1 {
					log.Print(err)
				}
			}
		}()
	}
}

// Stream answers the requests of one proxy and pushes changes to it.
func (s *Server) Stream(c net.Conn) error {
	defer c.Close()
	requests := make(chan *request)
	go receive(c, requests)
	var proxy string
	for {
		select {
		case r, more := <-requests:
			if !more {
				return nil
			}
			if proxy = r.proxy; r.kind == "ack" {
				continue
			}
			if err := s.push(c, r.proxy, r.kind); err != nil {
				return err
			}
		case <-s.mesh.Changed():
			if err := s.push(c, proxy, "listeners"); err != nil {
				return err
			}
		}
	}
}

func receive(c net.Conn, requests chan<- *request) {
	defer close(requests)
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		r := &request{}
		r.proxy, r.kind, _ = strings.Cut(lines.Text(), " ")
		requests <- r
	}
}

func (s *Server) push(c net.Conn, proxy, kind string) error {
	text, err := s.mesh.For(proxy, kind)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(c, text)
	return err
}
