// Package delta serves streams of proxies.
package delta

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"sync"

	"go.pulleys.example/mesh/beltdrive/cache"
)

type watch struct {
	answers chan cache.Answer
	cancel  func()
}

// Server has one cache for all.
type Server struct{ snapshots *cache.Cache }

// NewServer serves from snapshots.
func NewServer(snapshots *cache.Cache) *Server { return &Server{snapshots: snapshots} }

// Accept serves each connection.
func (s *Server) Accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go s.Serve(c)
	}
}

// Serve reads requests "proxy kind" and answers each once.
func (s *Server) Serve(c net.Conn) {
	defer c.Close()
	out := make(chan cache.Answer)
	gone := make(chan struct{})
	defer close(gone)
	go write(c, out, gone)
	watches := make(map[string]*watch)
	var mu sync.Mutex
	defer func() {
		mu.Lock()
		defer mu.Unlock()
		for _, w := range watches {
			w.cancel()
		}
	}()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		_, kind, _ := strings.Cut(lines.Text(), " ")
		mu.Lock()
		if old, open := watches[kind]; open {
			old.cancel()
		}
		watches[kind] = s.open(kind, out, gone)
		mu.Unlock()
	}
}

func (s *Server) open(kind string, out chan<- cache.Answer, gone <-chan struct{}) *watch {
	w := &watch{answers: make(chan cache.Answer, 1)}
	w.cancel = s.snapshots.Watch(kind, w.answers)
	go s.forward(w, out, gone)
	return w
}

// forward hands on the one answer of a watch.
func (s *Server) forward(w *watch, out chan<- cache.Answer, gone <-chan struct{}) {
	for answer := range w.answers {
		select {
		case out <- answer:
		case <-gone:
		}
		return
	}
}

func write(c net.Conn, out <-chan cache.Answer, gone <-chan struct{}) {
	for {
		select {
		case answer := <-out:
			if _, err := fmt.Fprintln(c, answer.Kind); err != nil {
				return
			}
		case <-gone:
			return
		}
	}
}
