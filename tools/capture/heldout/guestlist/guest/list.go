// Package guest has sessions of guests.
package guest

import (
	"strconv"
	"sync"
	"time"
)

type session struct {
	until  time.Time
	basket [64]int
}

// List forgets a guest after a while.
type List struct {
	guests sync.Map
	stay   time.Duration
}

// NewList lets guests stay so long.
func NewList(stay time.Duration) *List { return &List{stay: stay} }

// Enter makes a session.
func (l *List) Enter(n int) {
	l.guests.Store("guest-"+strconv.Itoa(n), &session{until: time.Now().Add(l.stay)})
}

// Sweep removes who has stayed too long.
func (l *List) Sweep(now time.Time) {
	l.guests.Range(func(name, value any) bool {
		if value.(*session).until.Before(now) {
			l.guests.Delete(name)
		}
		return true
	})
}
