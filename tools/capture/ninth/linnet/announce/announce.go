// Package announce hands items to all who joined.
package announce

import "sync"

// Item is what is announced.
type Item struct {
	Number int
	Text   string
}

// Announcer has the channels of who joined.
type Announcer struct {
	mu    sync.RWMutex
	lines []chan Item
}

// New has none.
func New() *Announcer { return &Announcer{} }

// Join returns a channel on which items come.
func (a *Announcer) Join() <-chan Item {
	line := make(chan Item)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.lines = append(a.lines, line)
	return line
}

// Publish does not wait for who is slow.
func (a *Announcer) Publish(item Item) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	for _, line := range a.lines {
		go a.hand(line, item)
	}
}

func (a *Announcer) hand(line chan<- Item, item Item) {
	line <- item
}
