// Package grammar knows the forms of the words of a language, each from when it is first met.
package grammar

import (
	"strings"
	"sync"
)

// Forms are the forms of a word.
type Forms struct {
	Stem string
	All  [6]string
}

// Grammar is that of one language.
type Grammar struct {
	mu    sync.RWMutex
	words map[string]*Forms
}

// New knows no word yet.
func New() *Grammar { return &Grammar{words: map[string]*Forms{}} }

// Of are the forms of a word of the language.
func (g *Grammar) Of(word string) *Forms {
	g.mu.RLock()
	f := g.words[word]
	g.mu.RUnlock()
	if f != nil {
		return f
	}
	f = inflect(word)
	g.mu.Lock()
	defer g.mu.Unlock()
	if other := g.words[word]; other != nil {
		return other
	}
	g.words[word] = f
	return f
}

func inflect(word string) *Forms {
	f := &Forms{Stem: strings.TrimRight(word, "aeiou")}
	for i, ending := range []string{"a", "am", "ae", "arum", "is", "as"} {
		f.All[i] = f.Stem + ending
	}
	return f
}
