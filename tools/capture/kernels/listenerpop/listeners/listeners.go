// Package listeners passes notifications on in order.
package listeners

import (
	"sync"
	"time"
)

type listener struct {
	mu      sync.RWMutex
	cond    sync.Cond
	pending []int
	next    chan int
}

func (l *listener) add(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pending = append(l.pending, n)
	l.cond.Broadcast()
}

func (l *listener) pop(stop <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		for len(l.pending) == 0 {
			select {
			case <-stop:
				return
			default:
			}
			l.cond.Wait()
		}
		n := l.pending[0]
		l.pending = l.pending[1:]
		select {
		case <-stop:
			return
		case l.next <- n:
		}
	}
}

// Run adds three for a listener that has nobody to listen.
func Run(int) {
	l := &listener{next: make(chan int)}
	l.cond.L = &l.mu
	stop := make(chan struct{})
	l.add(1)
	go l.pop(stop)
	time.Sleep(10 * time.Millisecond)
	go l.add(2)
	l.add(3)
}
