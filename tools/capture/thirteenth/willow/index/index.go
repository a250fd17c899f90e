// Package index keeps records in order.
package index

import (
	"strings"
	"sync"

	"github.com/google/btree"
)

type record struct {
	key   string
	value []byte
	gone  bool
}

// Less is the order of keys.
func (r *record) Less(than btree.Item) bool { return r.key < than.(*record).key }

func newRecord(key string, value []byte) *record {
	return &record{key: strings.Clone(key), value: append([]byte(nil), value...)}
}

// Index has records by key.
type Index struct {
	mu   sync.RWMutex
	tree *btree.BTree
	live int
}

// New has none.
func New() *Index { return &Index{tree: btree.New(32)} }

// Put puts a record in its place.
func (x *Index) Put(key string, value []byte) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if old := x.tree.ReplaceOrInsert(newRecord(key, value)); old == nil || old.(*record).gone {
		x.live++
	}
}

// Delete takes a record away.
func (x *Index) Delete(key string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if found := x.tree.Get(&record{key: key}); found != nil && !found.(*record).gone {
		found.(*record).gone = true
		x.live--
	}
}

// Get is the value of a key.
func (x *Index) Get(key string) ([]byte, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	found := x.tree.Get(&record{key: key})
	if found == nil || found.(*record).gone {
		return nil, false
	}
	return found.(*record).value, true
}
