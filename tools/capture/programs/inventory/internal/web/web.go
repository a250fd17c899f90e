// Package web is the inventory's HTTP interface.
package web

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/acme-labs/inventory/internal/shelf"
)

// Routes serves a shelf.
func Routes(s *shelf.Shelf) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Reserve(article(r)); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	mux.HandleFunc("/free", func(w http.ResponseWriter, r *http.Request) { s.Free(article(r)) })
	mux.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.Count(article(r))) })
	return mux
}

func article(r *http.Request) int {
	id, err := strconv.Atoi(r.URL.Query().Get("article"))
	if err != nil {
		return -1
	}
	return id
}
