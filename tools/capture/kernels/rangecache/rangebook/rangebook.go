// Package rangebook remembers which range has which key.
package rangebook

import (
	"fmt"
	"sync"
	"time"
)

// Book is the ranges seen.
type Book struct {
	mu     sync.RWMutex
	ranges map[string]int
}

// Find looks a key up and says what the book holds when it is missing.
func (b *Book) Find(key string) string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if _, ok := b.ranges[key]; ok {
		return key
	}
	time.Sleep(30 * time.Millisecond)
	return fmt.Sprintf("%s not among %s", key, b)
}

// String prints the book.
func (b *Book) String() string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.describe()
}

func (b *Book) describe() string { return fmt.Sprint(len(b.ranges), " ranges") }

func (b *Book) note(key string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ranges[key]++
}

// Run is one request with two lookups and a note.
func Run(n int) {
	b := &Book{ranges: map[string]int{"a": 1}}
	var all sync.WaitGroup
	all.Add(3)
	for i := 0; i < 2; i++ {
		go func() {
			defer all.Done()
			b.Find("m")
		}()
	}
	time.Sleep(10 * time.Millisecond)
	go func() {
		defer all.Done()
		b.note("m")
	}()
	all.Wait()
}
