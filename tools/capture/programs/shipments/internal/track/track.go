// Package track asks scanners where a parcel is.
package track

import (
	"context"
	"fmt"
	"sync/atomic"
)

// Tracker asks until its context ends.
type Tracker struct {
	ctx     context.Context
	aborted int64
}

// New tracks until ctx ends.
func New(ctx context.Context) *Tracker { return &Tracker{ctx: ctx} }

// Locate says where a parcel was scanned last.
func (t *Tracker) Locate(parcel int) string {
	route := make([]uint16, 1500)
	context.AfterFunc(t.ctx, func() {
		atomic.AddInt64(&t.aborted, int64(len(route)))
	})
	for i := range route {
		route[i] = uint16(parcel * i)
	}
	return fmt.Sprintf("depot %d", route[len(route)-1]%300)
}
