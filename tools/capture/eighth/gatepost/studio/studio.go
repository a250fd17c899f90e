// Package studio makes pages.
package studio

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"

	"go.slateworks.example/frame/bounded"

	"go.gatepost.example/render/gatepost/limit"
)

// Studio renders so many pages at a time.
type Studio struct {
	places *limit.Limit
	pages  *bounded.Cache[string, []byte]
}

// New keeps pages.
func New(places *limit.Limit, pages *bounded.Cache[string, []byte]) *Studio {
	return &Studio{places: places, pages: pages}
}

// ServeHTTP answers with a page. Those of callers are kept, those of visitors made anew.
func (s *Studio) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page, found := s.pages.Get(r.URL.Path)
	if !found && strings.HasPrefix(r.URL.Path, "/visit/") {
		page = s.Render(r.URL.Path)
	} else if !found {
		page = make([]byte, 6<<10)
		s.pages.Put(r.URL.Path, page)
	}
	if _, err := w.Write(page); err != nil {
		log.Print(err)
	}
}

// Render makes a page.
func (s *Studio) Render(path string) []byte {
	s.places.Enter()
	page := draw(path)
	s.places.Leave()
	return page
}

func draw(path string) []byte {
	time.Sleep(40 * time.Millisecond)
	if strings.HasSuffix(path, "7") {
		var missing map[string]int
		missing[path] = 1 // a template without its table
	}
	return []byte("<h1>" + path + "</h1>")
}

// Recovering answers for a handler that panics.
func Recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if reason := recover(); reason != nil {
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Visit asks for a page, and waits.
func Visit(base string, turn int) {
	answer, err := http.Get(fmt.Sprintf("%s/visit/%d", base, turn))
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		log.Print(err)
	}
}
