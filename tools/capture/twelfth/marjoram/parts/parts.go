// Package parts are what a shop needs to be well.
package parts

import (
	"context"
	"sync/atomic"
	"time"
)

// Part is one.
type Part struct {
	Name  string
	Check func(ctx context.Context) error
}

// All are three, of which the mail is slow at times.
func All() []Part {
	var asked atomic.Int64
	quick := func(took time.Duration) func(context.Context) error {
		return func(context.Context) error {
			time.Sleep(took)
			return nil
		}
	}
	return []Part{
		{Name: "database", Check: quick(12 * time.Millisecond)},
		{Name: "queue", Check: quick(5 * time.Millisecond)},
		{Name: "mail", Check: func(context.Context) error {
			if asked.Add(1)%13 == 6 {
				time.Sleep(900 * time.Millisecond)
				return nil
			}
			time.Sleep(30 * time.Millisecond)
			return nil
		}},
	}
}
