// Package tail follows logs.
package tail

import (
	"sync"
	"time"
)

// Log wakes its followers with every line.
type Log struct {
	mu    sync.Mutex
	more  *sync.Cond
	lines int
}

func (l *Log) follow() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for seen := 0; ; seen = l.lines {
		for l.lines == seen {
			l.more.Wait()
		}
	}
}

func (l *Log) add() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines++
	l.more.Broadcast()
}

// Run writes for five followers.
func Run(int) {
	l := &Log{}
	l.more = sync.NewCond(&l.mu)
	for i := 0; i < 5; i++ {
		go l.follow()
	}
	for {
		l.add()
		time.Sleep(500 * time.Millisecond)
	}
}
