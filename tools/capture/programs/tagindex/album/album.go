// Package album holds pictures.
package album

import (
	"container/list"
	"sync"
)

type picture struct {
	name  string
	thumb []byte
}

// Album is bounded by its number of pictures.
type Album struct {
	mu     sync.Mutex
	max    int
	recent *list.List
	byName map[string]*list.Element
	byTag  map[string]map[string]*picture
}

// New holds at most max pictures.
func New(max int) *Album {
	return &Album{
		max: max, recent: list.New(),
		byName: map[string]*list.Element{}, byTag: map[string]map[string]*picture{},
	}
}

// Put adds a picture under a tag.
func (a *Album) Put(name, tag string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := &picture{name: name, thumb: make([]byte, 1500)}
	a.byName[name] = a.recent.PushFront(p)
	a.link(tag, p)
	if a.recent.Len() > a.max {
		oldest := a.recent.Remove(a.recent.Back()).(*picture)
		delete(a.byName, oldest.name)
	}
}

func (a *Album) link(tag string, p *picture) {
	tagged, ok := a.byTag[tag]
	if !ok {
		tagged = map[string]*picture{}
		a.byTag[tag] = tagged
	}
	tagged[p.name] = p
}
