// Package blobs keeps values as bytes, so that the collector has few pointers to follow.
package blobs

import "sync"

// Store spreads keys over rings.
type Store struct{ shards []shard }

type shard struct {
	mu    sync.Mutex
	ring  ring
	index map[uint64]int
}

// New has so many rings, each of first bytes at the beginning and of most at the end.
func New(shards, first, most int) *Store {
	s := &Store{shards: make([]shard, shards)}
	for i := range s.shards {
		s.shards[i].ring = ring{bytes: make([]byte, first), most: most}
		s.shards[i].index = make(map[uint64]int)
	}
	return s
}

func (s *Store) shard(key uint64) *shard {
	return &s.shards[key*0x9E3779B97F4A7C15>>40%uint64(len(s.shards))]
}

// Get returns a copy of the value of key.
func (s *Store) Get(key uint64) ([]byte, bool) {
	h := s.shard(key)
	h.mu.Lock()
	defer h.mu.Unlock()
	at, ok := h.index[key]
	if !ok {
		return nil, false
	}
	return append([]byte(nil), h.ring.value(at)...), true
}

// Put sets the value of key; the oldest entries make room once the ring is at its largest.
func (s *Store) Put(key uint64, value []byte) {
	h := s.shard(key)
	h.mu.Lock()
	defer h.mu.Unlock()
	for !h.ring.fits(len(value)) {
		if h.ring.double() {
			continue
		}
		oldest, at := h.ring.drop()
		if h.index[oldest] == at {
			delete(h.index, oldest)
		}
	}
	h.index[key] = h.ring.push(key, value)
}
