// Package batching works in batches.
package batching

import (
	"sync"
	"time"
)

// Shop has work.
type Shop struct {
	mu   sync.Mutex
	done int
}

func (s *Shop) work() {
	time.Sleep(6 * time.Second)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done++
}

func (s *Shop) batch(n int) {
	var all sync.WaitGroup
	all.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			defer all.Done()
			s.work()
		}()
	}
	all.Wait()
}

// Run does batch after batch.
func Run(int) {
	s := &Shop{}
	for {
		s.batch(10)
	}
}
