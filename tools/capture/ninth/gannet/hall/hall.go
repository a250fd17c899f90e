// Package hall is where all hear each other.
package hall

import (
	"fmt"
	"io"
	"sync"
)

// Member is one who hears.
type Member struct {
	name  string
	words chan string
}

// Hall has members.
type Hall struct {
	mu      sync.Mutex
	members map[*Member]bool
}

// New has none.
func New() *Hall { return &Hall{members: make(map[*Member]bool)} }

// Join lets one hear, on w.
func (h *Hall) Join(name string, w io.Writer) *Member {
	m := &Member{name: name, words: make(chan string, 32)}
	go m.write(w)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.members[m] = true
	return m
}

// Part lets one go.
func (h *Hall) Part(m *Member) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.members, m)
	close(m.words)
}

func (m *Member) write(w io.Writer) {
	for word := range m.words {
		_, _ = fmt.Fprintln(w, word)
	}
}

// Say tells one in ten.
func (h *Hall) Say(name, word string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	told := 0
	for m := range h.members {
		select {
		case m.words <- name + ": " + word:
		default:
		}
		if told++; told > len(h.members)/10 {
			return
		}
	}
}

// Bell is heard by some, too.
func (h *Hall) Bell(turn int) { h.Say("bell", fmt.Sprint("it is ", turn)) }
