// Package generation is a server with one configuration.
package generation

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// Generation serves what it is handed.
type Generation struct {
	number int
	server *http.Server
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
	table  [][]byte
}

// Start begins to serve.
func Start(number int) *Generation {
	g := &Generation{number: number, conns: make(chan net.Conn), closed: make(chan struct{})}
	for i := 0; i < 40; i++ {
		g.table = append(g.table, make([]byte, 32<<10))
	}
	g.server = &http.Server{Handler: g, IdleTimeout: 15 * time.Second}
	go func() {
		if err := g.server.Serve(g); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	return g
}

// Take accepts a connection, unless the generation ends.
func (g *Generation) Take(c net.Conn) bool {
	select {
	case g.conns <- c:
		return true
	case <-g.closed:
		return false
	}
}

// Accept makes a generation a listener.
func (g *Generation) Accept() (net.Conn, error) {
	select {
	case c := <-g.conns:
		return c, nil
	case <-g.closed:
		return nil, net.ErrClosed
	}
}

// Close ends the listening.
func (g *Generation) Close() error {
	g.once.Do(func() { close(g.closed) })
	return nil
}

// Addr is nowhere.
func (g *Generation) Addr() net.Addr { return &net.UnixAddr{Name: fmt.Sprint("generation ", g.number)} }

// Drain ends the generation after its requests.
func (g *Generation) Drain(most time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	if err := g.server.Shutdown(ctx); err != nil {
		log.Printf("generation %d: %v", g.number, err)
	}
}

// ServeHTTP sends a page in as many pieces as the path says, one a second.
func (g *Generation) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var pieces int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &pieces); err != nil {
		http.NotFound(w, r)
		return
	}
	for i := 0; i < pieces; i++ {
		if _, err := w.Write(g.table[i%len(g.table)][:256]); err != nil {
			return
		}
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		select {
		case <-time.After(time.Second):
		case <-r.Context().Done():
			return
		}
	}
}
