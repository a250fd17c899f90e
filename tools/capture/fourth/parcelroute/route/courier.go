// Package route knows the houses.
package route

import (
	"errors"
	"math/rand"
	"sync/atomic"
	"time"
)

var errClosed = errors.New("route: nobody opens")

// Parcel is for a house.
type Parcel struct {
	Number, House int
	Papers        [300]byte
}

// Courier brings parcels.
type Courier struct{ brought atomic.Int64 }

// NewCourier has brought nothing yet.
func NewCourier() *Courier { return &Courier{} }

// Bring brings a parcel, now or later.
func (c *Courier) Bring(p Parcel) {
	if c.ring(p) != nil {
		go c.again(p)
	}
}

func (c *Courier) again(p Parcel) {
	for pause := 200 * time.Millisecond; ; pause = min(pause*2, 12*time.Second) {
		time.Sleep(pause/2 + time.Duration(rand.Int63n(int64(pause))))
		if c.ring(p) == nil {
			return
		}
	}
}

func (c *Courier) ring(p Parcel) error {
	moved := p.House%6 == 0
	if moved || rand.Intn(10) == 0 {
		return errClosed
	}
	c.brought.Add(1)
	return nil
}
