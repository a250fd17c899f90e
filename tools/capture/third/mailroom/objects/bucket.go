// Package objects writes objects in blocks of one size.
package objects

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"sync"
	"time"
)

// Bucket holds objects by name.
type Bucket struct {
	name  string
	block int

	mu    sync.Mutex
	sizes [4096]int
}

// NewBucket returns an empty bucket.
func NewBucket(name string, block int) *Bucket { return &Bucket{name: name, block: block} }

// Put stores what r gives, the blocks of it one after the other, the last of them flushed behind the reading.
func (b *Bucket) Put(name string, r io.Reader) error {
	done := make(chan error)
	blocks := make(chan []byte, 8)
	go b.flush(name, blocks, done)
	for {
		buf := make([]byte, b.block)
		n, err := io.ReadFull(r, buf)
		if n > 0 {
			blocks <- buf[:n]
		}
		if err != nil {
			break
		}
	}
	close(blocks)
	return <-done
}

// flush uploads the blocks and says how it went.
func (b *Bucket) flush(name string, blocks <-chan []byte, done chan<- error) {
	total := 0
	for block := range blocks {
		if err := b.upload(name, block); err != nil {
			done <- fmt.Errorf("bucket %s: %w", b.name, err)
		}
		total += len(block)
	}
	b.note(name, total)
	done <- nil
}

var errSlowDown = errors.New("503 slow down")

func (b *Bucket) upload(name string, block []byte) error {
	time.Sleep(time.Duration(len(block)) * 200 * time.Nanosecond)
	h := fnv.New32a()
	h.Write([]byte(name))
	if h.Sum32()%10 == 0 && len(block) < b.block {
		return errSlowDown
	}
	return nil
}

func (b *Bucket) note(name string, size int) {
	h := fnv.New32a()
	h.Write([]byte(name))
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sizes[h.Sum32()%uint32(len(b.sizes))] = size
}
