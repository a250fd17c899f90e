// Package api answers controllers.
package api

import (
	"context"
	"time"

	"git.stratus.example/cluster/watchfan/watch"
)

// Lister waits for objects.
type Lister struct{ hub *watch.Hub }

// NewLister watches the hub.
func NewLister(hub *watch.Hub) *Lister { return &Lister{hub: hub} }

// WaitFor returns at the third change, or after two seconds.
func (l *Lister) WaitFor(ctx context.Context, _ int) int {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	handle := l.hub.Watch()
	defer handle.Stop()
	for seen := 0; seen < 3; {
		select {
		case <-handle.Changes:
			seen++
		case <-ctx.Done():
			return seen
		}
	}
	return 3
}
