// Package recent keeps what was used last.
package recent

import "sync"

type node[V any] struct {
	key          int
	value        V
	newer, older *node[V]
}

// Recent has a ring of nodes, the newest after the root.
type Recent[V any] struct {
	mu    sync.Mutex
	limit int
	nodes map[int]*node[V]
	root  *node[V]
}

// New keeps up to limit.
func New[V any](limit int) *Recent[V] {
	r := &Recent[V]{limit: limit, nodes: make(map[int]*node[V]), root: &node[V]{}}
	r.root.newer, r.root.older = r.root, r.root
	return r
}

func (n *node[V]) unlink() { n.newer.older, n.older.newer = n.older, n.newer }

func (r *Recent[V]) link(n *node[V]) {
	n.newer, n.older = r.root, r.root.older
	r.root.older.newer = n
	r.root.older = n
}

// Get returns a value and makes it the newest, or makes one.
func (r *Recent[V]) Get(key int, create func(int) V) V {
	r.mu.Lock()
	defer r.mu.Unlock()
	n, found := r.nodes[key]
	if found {
		n.unlink()
	} else {
		n = &node[V]{key: key, value: create(key)}
		r.nodes[key] = n
	}
	r.link(n)
	if len(r.nodes) > r.limit {
		last := r.root.newer
		last.unlink()
		delete(r.nodes, last.key)
	}
	return n.value
}
