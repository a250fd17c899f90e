// Package journal is a log of events in memory that is compacted.
package journal

import (
	"log"
	"sync"
)

// Event moves an amount.
type Event struct {
	Account int
	Amount  int
	Note    []byte
}

// NewEvent has a note.
func NewEvent(account, n int) *Event {
	return &Event{Account: account, Amount: n%200 - 100, Note: make([]byte, 320)}
}

// Journal has events since the last compaction.
type Journal struct {
	most int
	fold func([]*Event)

	mu     sync.Mutex
	events []*Event
	folded int
}

// New folds when there are so many.
func New(most int, fold func([]*Event)) *Journal { return &Journal{most: most, fold: fold} }

// Append adds an event.
func (j *Journal) Append(e *Event) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.events = append(j.events, e)
	if len(j.events) < j.most {
		return
	}
	j.fold(j.events)
	j.folded += len(j.events)
	j.events = nil
	log.Printf("folded %d", j.folded)
}
