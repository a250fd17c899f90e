// Package front answers visitors.
package front

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	"go.slateworks.example/frame/warm"

	"go.orchard.example/shop/orchardist/visits"
)

var errSoldOut = errors.New("sold out")

// Front has the book of visits and the table of fruit.
type Front struct {
	book  *visits.Book
	fruit *warm.Table
}

// New answers from the table.
func New(book *visits.Book, fruit *warm.Table) *Front { return &Front{book: book, fruit: fruit} }

// ServeHTTP is one visit.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	visit := f.book.Open(r)
	offer, err := f.offer(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	if _, err := fmt.Fprintln(w, offer); err != nil {
		log.Print(err)
	}
	f.book.End(visit)
}

func (f *Front) offer(r *http.Request) (string, error) {
	var caller, turn int
	if _, err := fmt.Sscanf(strings.ReplaceAll(r.URL.Path, "/", " "), "%d %d", &caller, &turn); err != nil {
		return "", err
	}
	if (caller+turn)%3 == 0 {
		return "", errSoldOut
	}
	return f.fruit.Row(caller).Name, nil
}
