// Package bulletin is a client's connection to a hall of messages.
package bulletin

import (
	"sync"
	"time"
)

// Status is what the connection is at.
type Status struct {
	Name string
	At   time.Time
	Note [4]uint64
}

// Link is one connection.
type Link struct {
	mu      sync.Mutex
	status  Status
	onState []chan Status
	next    int
}

// Open connects.
func Open() *Link { return &Link{status: Status{Name: "open", At: time.Now()}} }

// Changes returns a channel on which changes of the status arrive.
func (l *Link) Changes() <-chan Status {
	l.mu.Lock()
	defer l.mu.Unlock()
	heard := make(chan Status, 10)
	l.onState = append(l.onState, heard)
	return heard
}

// Set tells all who listen.
func (l *Link) Set(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.status = Status{Name: name, At: time.Now()}
	for _, heard := range l.onState {
		select {
		case heard <- l.status:
		default:
		}
	}
}

// Fetch waits for so many messages, unless the connection changes its status before.
func (l *Link) Fetch(count int, each time.Duration) []int {
	changed := l.Changes()
	batch := make([]int, 0, count)
	for len(batch) < count {
		pause := time.NewTimer(each)
		select {
		case <-pause.C:
			l.mu.Lock()
			l.next++
			batch = append(batch, l.next)
			l.mu.Unlock()
		case <-changed:
			pause.Stop()
			return batch
		}
	}
	return batch
}
