// Package recent keeps the articles used last.
package recent

import (
	"container/list"
	"fmt"
	"strings"
	"sync"
)

type article struct {
	number int
	text   string
}

// Articles is bounded: the least recently used one goes.
type Articles struct {
	mu    sync.Mutex
	max   int
	order *list.List
	byID  map[int]*list.Element
}

// New keeps at most max articles.
func New(max int) *Articles {
	return &Articles{max: max, order: list.New(), byID: map[int]*list.Element{}}
}

// Get returns the text of an article, rendering it if need be.
func (a *Articles) Get(number int) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	if e, ok := a.byID[number]; ok {
		a.order.MoveToFront(e)
		return e.Value.(*article).text
	}
	page := &article{number: number, text: strings.Repeat(fmt.Sprintf("article %d. ", number), 140)}
	a.byID[number] = a.order.PushFront(page)
	if a.order.Len() > a.max {
		last := a.order.Back()
		a.order.Remove(last)
		delete(a.byID, last.Value.(*article).number)
	}
	return page.text
}
