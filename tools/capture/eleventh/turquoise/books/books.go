// Package books has accounts.
package books

import (
	"hash/fnv"
	"sync"
	"time"
)

// Books are locked while they are written down.
type Books struct {
	mu       sync.RWMutex
	accounts []int64
}

// New has n accounts.
func New(n int) *Books { return &Books{accounts: make([]int64, n)} }

// Balance is that of a name.
func (b *Books) Balance(name string) int64 {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(name))
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.accounts[int(sum.Sum32())%len(b.accounts)]
}

// Snapshot writes the books down, which takes its time.
func (b *Books) Snapshot(takes time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.accounts {
		b.accounts[i]++
	}
	time.Sleep(takes)
}
