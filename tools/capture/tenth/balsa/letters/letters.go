// Package letters writes and sends letters.
package letters

import (
	"fmt"
	"sync/atomic"
	"time"

	"go.balsa.example/mail/balsa/loan"
)

// Sender sends.
type Sender struct {
	desk *loan.Desk
	sent atomic.Int64
}

// New borrows from a desk.
func New(desk *loan.Desk) *Sender { return &Sender{desk: desk} }

// Letter sends one.
func (s *Sender) Letter(n int) { go s.send(n) }

// Campaign sends many at once.
func (s *Sender) Campaign(letters int) {
	for i := 0; i < letters; i++ {
		go s.send(i)
	}
}

func (s *Sender) send(n int) {
	buffer := s.desk.Borrow()
	defer s.desk.Return(buffer)
	text := fmt.Appendf(buffer[:0], "letter %d", n)
	time.Sleep(700 * time.Millisecond)
	s.sent.Add(int64(len(text)))
}
