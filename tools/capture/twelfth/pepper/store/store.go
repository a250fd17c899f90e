// Package store keeps objects up to a number of bytes.
package store

import "container/list"

// Object has a size.
type Object interface{ Size() int }

type entry struct {
	key    string
	object Object
}

// Store drops what was used least lately.
type Store struct {
	limit, size int
	order       *list.List
	entries     map[string]*list.Element
}

// New has room for limit bytes.
func New(limit int) *Store {
	return &Store{limit: limit, order: list.New(), entries: make(map[string]*list.Element)}
}

// Get returns an object.
func (s *Store) Get(key string) (Object, bool) {
	e, ok := s.entries[key]
	if !ok {
		return nil, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*entry).object, true
}

// Put keeps an object and makes room for it.
func (s *Store) Put(key string, o Object) {
	s.entries[key] = s.order.PushFront(&entry{key, o})
	s.size += o.Size()
	for s.size > s.limit {
		last := s.order.Remove(s.order.Back()).(*entry)
		s.size -= last.object.Size()
		delete(s.entries, last.key)
	}
}
