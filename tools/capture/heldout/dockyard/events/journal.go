// Package events keeps what happened to a container.
package events

import (
	"slices"
	"sync"
)

// Journal has followers.
type Journal struct {
	mu        sync.Mutex
	container int
	followers []chan string
	lines     [50]string
	written   int
}

// NewJournal is empty.
func NewJournal(container int) *Journal { return &Journal{container: container} }

// Log writes a line and shows it to all followers.
func (j *Journal) Log(line string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lines[j.written%len(j.lines)] = line
	j.written++
	for _, f := range j.followers {
		f <- line
	}
}

// Follow returns the lines from now on.
func (j *Journal) Follow() chan string {
	f := make(chan string)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.followers = append(j.followers, f)
	return f
}

// Leave ends a Follow.
func (j *Journal) Leave(f chan string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.followers = slices.DeleteFunc(j.followers, func(other chan string) bool { return other == f })
	close(f)
}
