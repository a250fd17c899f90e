// Package depot has depots, each with a belt; now and then one of them has a pause.
package depot

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"

	"git.carrier.example/mail/chintz/belt"
)

// Parcel is what is carried.
type Parcel struct {
	Number int
	Label  string
	Weighs [60]float32
}

var weighed atomic.Int64

// Run has so many depots to which perSecond parcels go each.
func Run(ctx context.Context, depots int, perSecond float64) {
	for d := 0; d < depots; d++ {
		b := belt.New[*Parcel]()
		go work(b, d)
		start.Beat(ctx, perSecond, func(n int) { b.Put(&Parcel{Number: n, Label: fmt.Sprintf("parcel %d to %d", n, d)}) })
	}
}

// work takes two milliseconds for a parcel; after two thousand there is a pause of eleven seconds.
func work(b *belt.Belt[*Parcel], d int) {
	for n := d * 160; ; n++ {
		p := b.Take()
		weighed.Add(int64(p.Weighs[n%60]) + 1)
		time.Sleep(2 * time.Millisecond)
		if n%2000 == 1999 {
			time.Sleep(11 * time.Second)
		}
	}
}
