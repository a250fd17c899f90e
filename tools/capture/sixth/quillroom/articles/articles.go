// Package articles is what the shop has.
package articles

import (
	"fmt"
	"math/rand"
	"net/http"
	"strings"
	"sync"

	"git.stationer.example/shop/quillroom/once"
)

const (
	colours   = 40
	materials = 50
	sizes     = 12
	shelves   = 2000
)

// Make is what articles have in common with others.
type Make struct{ Colour, Material, Size uint8 }

// Sheet is the description of a make in the languages of the shop.
type Sheet struct {
	Title string
	Texts [4]string
	Hints map[string]string
}

// Article is one thing on a shelf.
type Article struct {
	Number int
	Sheet  *Sheet
}

// Feed takes articles from suppliers; a new one takes the place of an old one on its shelf.
type Feed struct {
	mu     sync.Mutex
	rng    *rand.Rand
	sheets *once.Set[Make, Sheet]
	shelf  [shelves]Article
}

// NewFeed has empty shelves.
func NewFeed() *Feed {
	return &Feed{rng: rand.New(rand.NewSource(8)), sheets: once.NewSet(describe)}
}

func describe(m Make) *Sheet {
	s := &Sheet{Title: fmt.Sprintf("make %d-%d-%d", m.Colour, m.Material, m.Size), Hints: map[string]string{}}
	for i := range s.Texts {
		s.Texts[i] = strings.Repeat(fmt.Sprintf("%s, language %d; ", s.Title, i), 6)
	}
	s.Hints["care"] = fmt.Sprint("wash at ", 30+m.Material%40)
	return s
}

// Import takes a delivery.
func (f *Feed) Import(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := 0; i < 45; i++ {
		m := Make{Colour: uint8(f.rng.Intn(colours)), Material: uint8(f.rng.Intn(materials)), Size: uint8(f.rng.Intn(sizes))}
		f.shelf[f.rng.Intn(shelves)] = Article{Number: n*45 + i, Sheet: f.sheets.Of(m)}
	}
}

// Path is a shelf that a caller looks at.
func Path(caller, turn int) string { return fmt.Sprintf("/%d", (caller*97+turn*13)%shelves) }

// Show serves a shelf.
func (f *Feed) Show(w http.ResponseWriter, r *http.Request) {
	var n int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err != nil || n >= shelves {
		http.NotFound(w, r)
		return
	}
	f.mu.Lock()
	article := f.shelf[n]
	f.mu.Unlock()
	if article.Sheet != nil {
		fmt.Fprintln(w, article.Number, article.Sheet.Texts)
	}
}
