// Package gate answers and switches.
package gate

import (
	"fmt"
	"log"
	"net/http"
	"strings"
	"time"

	"go.postilion.example/wire/postilion/session"
)

// Gate serves pages and lines.
type Gate struct{ pages [64][]byte }

// New has pages.
func New() *Gate {
	g := &Gate{}
	for i := range g.pages {
		g.pages[i] = make([]byte, 2048)
	}
	return g
}

// ServeHTTP answers with a page, or takes the connection over.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !strings.HasPrefix(r.URL.Path, "/wire/") {
		if _, err := w.Write(g.pages[len(r.URL.Path)%len(g.pages)]); err != nil {
			log.Print(err)
		}
		return
	}
	if err := g.take(w, r); err != nil {
		log.Print(err)
	}
}

func (g *Gate) take(w http.ResponseWriter, r *http.Request) error {
	h, ok := w.(http.Hijacker)
	if !ok {
		return fmt.Errorf("%s: cannot be taken over", r.RemoteAddr)
	}
	c, lines, err := h.Hijack()
	if err != nil {
		return err
	}
	s := session.Begin(c, lines)
	if err := s.Greet(r.URL.Path); err != nil {
		return err
	}
	go s.Stay(1500 * time.Millisecond)
	return nil
}
