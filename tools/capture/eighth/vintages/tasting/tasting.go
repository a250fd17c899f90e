// Package tasting answers with notes.
package tasting

import (
	"fmt"
	"log"
	"net/http"

	"go.vintages.example/cellar/vintages/generations"
)

// Room has wines.
type Room struct{ wines *generations.Cache }

// New has wines.
func New(wines *generations.Cache) *Room { return &Room{wines: wines} }

// ServeHTTP answers.
func (t *Room) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	wine := t.wines.Get(r.URL.Path)
	if _, err := fmt.Fprintln(w, wine.Name, len(wine.Notes)); err != nil {
		log.Print(err)
	}
}
