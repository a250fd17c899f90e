// Package ship forwards records to where they are kept, and to a mirror if there is one.
package ship

import "context"

// Record is one line.
type Record struct {
	Number int
	Text   [128]byte
}

// Shipper has a main outlet and may have a mirror.
type Shipper struct{ outlet, mirror chan *Record }

// New starts what is configured.
func New(ctx context.Context, mirrorURL string) *Shipper {
	s := &Shipper{outlet: make(chan *Record, 64)}
	go drain(ctx, s.outlet)
	if mirrorURL != "" {
		s.mirror = make(chan *Record, 64)
		go drain(ctx, s.mirror)
	}
	return s
}

func drain(ctx context.Context, records <-chan *Record) {
	for {
		select {
		case <-records:
		case <-ctx.Done():
			return
		}
	}
}

// Send keeps a record.
func (s *Shipper) Send(r *Record) { s.outlet <- r }

// Offer mirrors a record.
func (s *Shipper) Offer(r *Record) { s.mirror <- r }
