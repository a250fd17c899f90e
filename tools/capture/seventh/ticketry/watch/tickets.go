package watch

import "sync"

// ticketer lets one after the other pass, in the order of their tickets.
type ticketer struct {
	mu      sync.Mutex
	called  *sync.Cond
	next    uint64
	current uint64
}

func newTicketer() *ticketer {
	t := &ticketer{}
	t.called = sync.NewCond(&t.mu)
	return t
}

func (t *ticketer) draw() uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next++
	return t.next - 1
}

func (t *ticketer) waitFor(ticket uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.current != ticket {
		t.called.Wait()
	}
}

func (t *ticketer) call() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.current++
	t.called.Broadcast()
}
