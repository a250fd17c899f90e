package remote

import "sync"

// limiter has a number of places.
type limiter struct {
	mu    sync.Mutex
	freed *sync.Cond
	free  int
}

func newLimiter(places int) *limiter {
	l := &limiter{free: places}
	l.freed = sync.NewCond(&l.mu)
	return l
}

func (l *limiter) acquire() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.free == 0 {
		l.freed.Wait()
	}
	l.free--
}

func (l *limiter) release() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.free++
	l.freed.Signal()
}
