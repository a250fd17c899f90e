package indexer

import (
	"fmt"
	"strings"

	"books.example/clove/library"
)

var languages = []string{"english", "german", "french", "epub", "mobi", "retail"}

// Search knows how many were found.
type Search struct {
	books *library.Library
	found int
}

// NewSearch is for the books of a library.
func NewSearch(l *library.Library) *Search { return &Search{books: l} }

// Book looks for releases of book n.
func (s *Search) Book(n int) {
	book := s.books.Get(n)
	words := strings.Fields(book.Title)
	for _, release := range releases(book, n) {
		for _, l := range languages {
			if wordBoundary(l).MatchString(release) {
				s.found++
			}
		}
		if wordBoundary(words[len(words)-1]).MatchString(release) && phrase(words).MatchString(release) {
			s.found++
		}
	}
}

func releases(book *library.Book, n int) []string {
	dotted := strings.ReplaceAll(book.Title, " ", ".")
	return []string{
		fmt.Sprintf("%s.%d.english.epub", dotted, 1990+n%30),
		fmt.Sprintf("%s - %s (retail) mobi", book.Author, book.Title),
	}
}
