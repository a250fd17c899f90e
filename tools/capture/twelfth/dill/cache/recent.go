package cache

import (
	"container/list"
	"sync"
)

type entry struct {
	key   string
	value []byte
}

// Recent keeps what was used last.
type Recent struct {
	mu    sync.Mutex
	limit int
	order *list.List
	items map[string]*list.Element
}

// NewRecent has room for a number of values.
func NewRecent(limit int) *Recent {
	return &Recent{limit: limit, order: list.New(), items: make(map[string]*list.Element)}
}

// Set keeps a value and forgets the one that was used least lately.
func (r *Recent) Set(key string, value []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e, ok := r.items[key]; ok {
		e.Value = &entry{key: key, value: value}
		r.order.MoveToFront(e)
		return
	}
	r.items[key] = r.order.PushFront(&entry{key: key, value: append([]byte(nil), value...)})
	if r.order.Len() > r.limit {
		last := r.order.Back()
		r.order.Remove(last)
		delete(r.items, last.Value.(*entry).key)
	}
}

// Get returns a value.
func (r *Recent) Get(key string) ([]byte, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, ok := r.items[key]
	if !ok {
		return nil, false
	}
	r.order.MoveToFront(e)
	return e.Value.(*entry).value, true
}
