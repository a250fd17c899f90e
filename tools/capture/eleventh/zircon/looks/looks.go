// Package looks at pages.
package looks

import (
	"log"
	"sync/atomic"
	"time"
)

// Runner runs functions and waits for them.
type Runner interface {
	Go(func() error)
	Wait() error
}

// Looks are counted.
type Looks struct{ pages atomic.Int64 }

// New has seen none.
func New() *Looks { return &Looks{} }

// All looks at n pages.
func (l *Looks) All(r Runner, turn, n int) {
	for i := 0; i < n; i++ {
		r.Go(func() error {
			time.Sleep(time.Duration(360+(i*turn)%90) * time.Millisecond)
			l.pages.Add(1)
			return nil
		})
	}
	if err := r.Wait(); err != nil {
		log.Print(err)
	}
}
