// Package session signs users in with a second factor.
package session

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.org/ops/pool"
)

// ErrFactor says that the second factor was wrong.
var ErrFactor = errors.New("session: second factor refused")

// Session is one login in progress.
type Session struct {
	user   int
	renew  chan time.Time
	ticket string
}

// Directory signs users in.
type Directory struct{ mail *pool.Pool[string] }

// NewDirectory mails through a pool.
func NewDirectory(mail *pool.Pool[string]) *Directory { return &Directory{mail: mail} }

// Login signs a user in.
func (d *Directory) Login(user int) error {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Session{user: user, renew: make(chan time.Time), ticket: fmt.Sprintf("ticket-%d", user)}
	go s.keepAlive(ctx)
	s.renew <- time.Now()
	if err := s.verify(); err != nil {
		return err
	}
	d.mail.Offer(s.ticket)
	cancel()
	return nil
}

func (s *Session) verify() error {
	time.Sleep(8 * time.Millisecond)
	if s.user%70 == 0 {
		return ErrFactor
	}
	return nil
}

func (s *Session) keepAlive(ctx context.Context) {
	for {
		select {
		case at := <-s.renew:
			s.ticket = fmt.Sprintf("ticket-%d-%d", s.user, at.Unix())
		case <-ctx.Done():
			return
		}
	}
}
