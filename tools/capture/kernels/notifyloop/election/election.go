// Package election tells a service whether it is elected.
package election

import (
	"sync"
	"time"
)

func after(f func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return done
}

type notifier struct {
	mu   sync.Mutex
	cond *sync.Cond
	news int
}

func (n *notifier) serve(abort <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for {
		news := after(func() {
			time.Sleep(10 * time.Millisecond)
			n.cond.Wait()
		})
		select {
		case <-abort:
			n.cond.Signal()
			<-news
			return
		case <-news:
			n.news++
		}
	}
}

// Notify serves until abort.
func Notify(abort <-chan struct{}) {
	n := &notifier{}
	n.cond = sync.NewCond(&n.mu)
	done := after(func() { n.serve(abort) })
	<-done
}

// Run notifies and aborts at once.
func Run(int) {
	abort := make(chan struct{})
	done := after(func() { Notify(abort) })
	time.Sleep(5 * time.Millisecond)
	close(abort)
	<-done
}
