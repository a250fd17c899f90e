// Package lexicon has words, which come in parts.
package lexicon

import (
	"context"
	"fmt"
	"log"
	"sync"
	"time"
)

// Word is one.
type Word struct {
	Text     string
	Meanings []string
	Rank     int
}

// Lexicon has all words that were loaded.
type Lexicon struct {
	mu    sync.RWMutex
	words map[string]*Word
	ready bool
}

// New has no words yet.
func New() *Lexicon { return &Lexicon{words: map[string]*Word{}} }

// Preload loads part after part, two each second.
func (l *Lexicon) Preload(ctx context.Context, parts int) {
	for p := 0; p < parts && ctx.Err() == nil; p++ {
		l.add(part(p))
		if p%25 == 24 {
			log.Printf("lexicon: %d of %d parts", p+1, parts)
		}
		time.Sleep(500 * time.Millisecond)
	}
	l.mu.Lock()
	l.ready = true
	l.mu.Unlock()
	log.Print("lexicon: ready")
}

func part(p int) []*Word {
	words := make([]*Word, 0, 900)
	for i := 0; i < 900; i++ {
		n := p*900 + i
		words = append(words, &Word{Text: fmt.Sprintf("word-%06d", n), Meanings: []string{fmt.Sprint("first of ", n), fmt.Sprint("second of ", n)}, Rank: n})
	}
	return words
}

func (l *Lexicon) add(words []*Word) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, w := range words {
		l.words[w.Text] = w
	}
}

// Of is a word, when it was loaded.
func (l *Lexicon) Of(text string) (*Word, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	w, ok := l.words[text]
	return w, ok
}
