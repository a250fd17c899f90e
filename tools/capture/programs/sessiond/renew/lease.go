// Package renew keeps leases alive while their holder works.
package renew

import (
	"context"
	"time"
)

// Lease belongs to one holder.
type Lease struct {
	Holder  string
	Renewed int
}

// Watch renews the lease until the work is done.
func (l *Lease) Watch(ctx context.Context) {
	ticker := time.NewTicker(40 * time.Second)
	done := make(chan struct{})
	go work(done)
	for {
		select {
		case <-ticker.C:
			l.Renewed++
		case <-done:
			return
		case <-ctx.Done():
			return
		}
	}
}

func work(done chan<- struct{}) { close(done) }
