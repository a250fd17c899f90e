// Package casks keeps bytes in chunks outside the heap, so that the collector has nothing to do with them.
package casks

import (
	"encoding/binary"
	"sync"
	"syscall"
)

const (
	chunk  = 1 << 20
	header = 4
)

// Casks are a fixed number of chunks, written one after the other, over and over.
type Casks struct {
	mu     sync.RWMutex
	most   int
	chunks []cask
	at     int
	where  map[uint64]place
}

type cask struct {
	bytes []byte
	used  int
	keys  []uint64
}

type place struct{ chunk, offset int32 }

// New has at most so many chunks; each is mapped when the one before is full.
func New(most int) *Casks { return &Casks{most: most, at: -1, where: make(map[uint64]place)} }

// Put keeps text, in place of the oldest if need be.
func (c *Casks) Put(key uint64, text []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at < 0 || c.chunks[c.at].used+header+len(text) > chunk {
		if err := c.turn(); err != nil {
			return err
		}
	}
	to := &c.chunks[c.at]
	binary.LittleEndian.PutUint32(to.bytes[to.used:], uint32(len(text)))
	copy(to.bytes[to.used+header:], text)
	c.where[key] = place{chunk: int32(c.at), offset: int32(to.used)}
	to.keys = append(to.keys, key)
	to.used += header + len(text)
	return nil
}

// turn goes on to the next chunk: a new one, or the oldest without what is in it.
func (c *Casks) turn() error {
	if len(c.chunks) < c.most {
		bytes, err := syscall.Mmap(-1, 0, chunk, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
		if err != nil {
			return err
		}
		c.chunks = append(c.chunks, cask{bytes: bytes})
		c.at = len(c.chunks) - 1
		return nil
	}
	c.at = (c.at + 1) % c.most
	oldest := &c.chunks[c.at]
	for _, key := range oldest.keys {
		if c.where[key].chunk == int32(c.at) {
			delete(c.where, key)
		}
	}
	oldest.keys, oldest.used = oldest.keys[:0], 0
	return nil
}

// Get returns a copy of what was kept under key, or nil.
func (c *Casks) Get(key uint64) []byte {
	c.mu.RLock()
	defer c.mu.RUnlock()
	at, ok := c.where[key]
	if !ok {
		return nil
	}
	from := c.chunks[at.chunk].bytes[at.offset:]
	size := binary.LittleEndian.Uint32(from)
	return append([]byte(nil), from[header:header+size]...)
}
