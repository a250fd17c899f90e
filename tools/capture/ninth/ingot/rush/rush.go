// Package rush has pages to encode, at times many at once.
package rush

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"go.ingot.example/encode/ingot/encoder"
)

// Rush counts what was encoded.
type Rush struct {
	encoders *encoder.Encoders
	record   []byte
	bytes    atomic.Int64
	pages    atomic.Int64
}

// New uses encoders.
func New(e *encoder.Encoders) *Rush {
	return &Rush{encoders: e, record: bytes.Repeat([]byte("some words of a record; "), 80)}
}

// Run encodes n pages at the same time.
func (r *Rush) Run(n, turn int) {
	var all sync.WaitGroup
	for i := 0; i < n; i++ {
		i := i
		all.Add(1)
		go func() {
			defer all.Done()
			r.page(turn*n+i, 60*time.Millisecond)
		}()
	}
	all.Wait()
}

// One encodes one.
func (r *Rush) One(turn int) { r.page(turn, 0) }

func (r *Rush) page(number int, pause time.Duration) {
	n := r.encoders.Use(func(e *encoder.Encoder) int {
		for e.Left() > 4<<10 {
			e.Frame(r.record[:1000+number%700])
			if e.Len()%64 == 0 {
				time.Sleep(pause)
			}
		}
		time.Sleep(pause * 10)
		return e.Len()
	})
	r.bytes.Add(int64(n))
	r.pages.Add(1)
}

// String tells how much there was.
func (r *Rush) String() string {
	return fmt.Sprintf("%d pages, %d KB", r.pages.Load(), r.bytes.Load()>>10)
}
