// Package candidate runs for an office.
package candidate

import (
	"context"
	"time"

	"go.catalpa.example/lead/catalpa/office"
)

// Run holds the office for a term when it can have it, and stands by again.
func Run(ctx context.Context, o *office.Office, node string, term time.Duration) {
	for ctx.Err() == nil {
		if err := o.Await(ctx, node); err != nil {
			return
		}
		hold(ctx, o, node, term)
	}
}

func hold(ctx context.Context, o *office.Office, node string, term time.Duration) {
	defer o.Resign()
	end := time.NewTimer(term)
	defer end.Stop()
	renew := time.NewTicker(3 * time.Second)
	defer renew.Stop()
	for {
		select {
		case <-renew.C:
			o.Renew(node)
		case <-end.C:
			return
		case <-ctx.Done():
			return
		}
	}
}
