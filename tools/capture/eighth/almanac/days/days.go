// Package days is the sky of each day and place.
package days

import (
	"fmt"
	"log"
	"math"
	"net/http"
	"strings"
	"sync"
)

type key struct{ day, place int }

type sky struct {
	title  string
	angles [90]float64
}

// Book has the skies asked for.
type Book struct {
	days, places int
	known        sync.Map
}

// New has so many days and places.
func New(days, places int) *Book { return &Book{days: days, places: places} }

// At returns one sky.
func (b *Book) At(day, place int) *sky {
	k := key{day % b.days, place % b.places}
	if s, found := b.known.Load(k); found {
		return s.(*sky)
	}
	s, _ := b.known.LoadOrStore(k, compute(k))
	return s.(*sky)
}

func compute(k key) *sky {
	s := &sky{title: fmt.Sprintf("day %d at %d", k.day, k.place)}
	for i := range s.angles {
		s.angles[i] = math.Sin(float64(k.day*i) / 365)
	}
	return s
}

// Ahead computes skies that are asked for soon.
func (b *Book) Ahead(turn, n int) {
	for i := 0; i < n; i++ {
		at := turn*n + i
		b.At(at/b.places, at)
	}
}

// ServeHTTP answers with a sky.
func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var caller, turn int
	if _, err := fmt.Sscanf(strings.ReplaceAll(r.URL.Path, "/", " "), "%d %d", &caller, &turn); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if _, err := fmt.Fprintln(w, b.At(turn%20, caller).title); err != nil {
		log.Print(err)
	}
}
