// Package poll lets clients wait for their next notice.
package poll

import (
	"context"
	"fmt"
	"math/rand"
	"sync"
	"time"
)

// Board is the waiting clients.
type Board struct {
	mu      sync.Mutex
	waiting map[chan string]int
}

// New has no clients.
func New() *Board { return &Board{waiting: make(map[chan string]int)} }

// Next returns the user's next notice or nothing after the longest wait.
func (b *Board) Next(ctx context.Context, user int, longest time.Duration) string {
	notice := make(chan string, 1)
	b.mu.Lock()
	b.waiting[notice] = user
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.waiting, notice)
		b.mu.Unlock()
	}()
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case text := <-notice:
		return text
	case <-timer.C:
		return ""
	case <-ctx.Done():
		return ""
	}
}

// Post posts a notice for some users at every interval until ctx ends.
func (b *Board) Post(ctx context.Context, interval time.Duration) {
	random := rand.New(rand.NewSource(6))
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			b.wake(random.Intn(25), fmt.Sprintf("notice %d", n))
		case <-ctx.Done():
			return
		}
	}
}

func (b *Board) wake(group int, text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for notice, user := range b.waiting {
		if user%25 == group {
			select {
			case notice <- text:
			default:
			}
		}
	}
}
