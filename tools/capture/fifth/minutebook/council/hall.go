// Package council has seats for those who read along.
package council

import (
	"context"
	"sync"
	"time"

	"git.townhall.example/council/minutebook/minutes"
)

// Reader reads what is written from when he came.
type Reader struct {
	mu   sync.Mutex
	at   *minutes.Entry
	read int
	gone bool
}

// Hall knows its readers.
type Hall struct {
	book *minutes.Book

	mu    sync.Mutex
	seats map[int]*Reader
}

// NewHall reads book.
func NewHall(book *minutes.Book) *Hall { return &Hall{book: book, seats: make(map[int]*Reader)} }

// Seat lets somebody read along.
func (h *Hall) Seat(number int) *Reader {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := &Reader{at: h.book.Last()}
	h.seats[number] = r
	return r
}

// Leave frees a seat, whose number is kept for when its reader comes again.
func (h *Hall) Leave(number int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.seats[number]
	r.mu.Lock()
	defer r.mu.Unlock()
	r.gone = true
}

// Present counts those who read along.
func (h *Hall) Present() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, r := range h.seats {
		r.mu.Lock()
		if !r.gone {
			n++
		}
		r.mu.Unlock()
	}
	return n
}

// Follow reads until ctx ends or the reader has left.
func (r *Reader) Follow(ctx context.Context) {
	beat := time.NewTicker(250 * time.Millisecond)
	defer beat.Stop()
	for r.catchUp() {
		select {
		case <-beat.C:
		case <-ctx.Done():
			return
		}
	}
}

func (r *Reader) catchUp() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gone {
		return false
	}
	for next := r.at.Next(); next != nil; next = next.Next() {
		r.at = next
		r.read++
	}
	return true
}
