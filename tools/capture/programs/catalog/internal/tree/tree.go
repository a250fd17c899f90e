// Package tree is the category tree.
package tree

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"
)

// Tree is categories with their articles.
type Tree struct {
	mu       sync.RWMutex
	articles map[int][]string
}

// New makes a tree of n categories.
func New(n int) *Tree {
	t := &Tree{articles: make(map[int][]string)}
	for i := 0; i < n; i++ {
		t.Put(i, fmt.Sprintf("article-%d", i))
	}
	return t
}

// Put adds an article.
func (t *Tree) Put(category int, article string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	list := append(t.articles[category], article)
	if len(list) > 50 {
		list = append([]string(nil), list[25:]...)
	}
	t.articles[category] = list
}

// Describe renders a category.
func (t *Tree) Describe(category int) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	var text strings.Builder
	for _, article := range t.articles[category] {
		text.WriteString(article)
		text.WriteByte(' ')
	}
	time.Sleep(time.Millisecond)
	fmt.Fprintf(&text, "(%d articles)", t.Count(category))
	return text.String()
}

// Count says how many articles a category has.
func (t *Tree) Count(category int) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.articles[category])
}

// Refresh adds articles until ctx ends.
func (t *Tree) Refresh(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			t.Put(n%200, fmt.Sprintf("article-%d", n))
		case <-ctx.Done():
			return
		}
	}
}
