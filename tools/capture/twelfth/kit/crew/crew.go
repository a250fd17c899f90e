// Package crew are goroutines that a service has from its start: listeners for a signal, callers with a timer,
// pairs that talk over a local socket, and pullers at a shared queue.
package crew

import (
	"context"
	"log"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"go.causeway.example/quay/boot"
)

var turns atomic.Int64

type signal struct {
	mu   sync.Mutex
	next chan struct{}
}

// Start takes on about n: three in ten listeners, two callers, four in pairs, one puller.
func Start(ctx context.Context, n int) {
	s := &signal{next: make(chan struct{})}
	for i := 0; i < n*3/10; i++ {
		go s.listen()
	}
	boot.Every(ctx, 700*time.Millisecond, s.raise)
	for i := 0; i < n*2/10; i++ {
		go call(ctx, time.Duration(500+i%13*70)*time.Millisecond)
	}
	if err := pair(n * 2 / 10); err != nil {
		log.Print(err)
	}
	queue := make(chan int, 16)
	for i := 0; i < n/10; i++ {
		go pull(queue)
	}
	boot.Every(ctx, 30*time.Millisecond, func(n int) { queue <- n })
}

func (s *signal) raise(int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.next)
	s.next = make(chan struct{})
}

func (s *signal) listen() {
	for {
		s.mu.Lock()
		next := s.next
		s.mu.Unlock()
		<-next
		turns.Add(1)
	}
}

func call(ctx context.Context, period time.Duration) {
	timer := time.NewTimer(period)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			turns.Add(1)
			timer.Reset(period)
		case <-ctx.Done():
			return
		}
	}
}

func pull(queue <-chan int) {
	for range queue {
		turns.Add(1)
	}
}

func pair(n int) error {
	folder, err := os.MkdirTemp("", "crew")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	l, err := net.Listen("unix", filepath.Join(folder, "s"))
	if err != nil {
		return err
	}
	defer l.Close()
	for i := 0; i < n; i++ {
		near, err := net.Dial("unix", l.Addr().String())
		if err != nil {
			return err
		}
		far, err := l.Accept()
		if err != nil {
			return err
		}
		go speak(near, time.Duration(900+i%17*60)*time.Millisecond)
		go answer(far)
	}
	return nil
}

func speak(c net.Conn, period time.Duration) {
	defer c.Close()
	word := []byte{1}
	for {
		if _, err := c.Write(word); err != nil {
			return
		}
		if _, err := c.Read(word); err != nil {
			return
		}
		time.Sleep(period)
	}
}

func answer(c net.Conn) {
	defer c.Close()
	word := make([]byte, 1)
	for {
		if _, err := c.Read(word); err != nil {
			return
		}
		if _, err := c.Write(word); err != nil {
			return
		}
		turns.Add(1)
	}
}
