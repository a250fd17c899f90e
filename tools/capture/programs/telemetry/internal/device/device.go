// Package device simulates the sensors' own goroutines.
package device

import (
	"context"
	"math/rand"
	"sync/atomic"
	"time"

	"github.com/skylark/telemetry/internal/uplink"
)

// Fleet is a number of devices.
type Fleet struct {
	last []int64
	link *uplink.Uplink
}

// NewFleet starts n devices that report over link.
func NewFleet(ctx context.Context, n int, link *uplink.Uplink) *Fleet {
	f := &Fleet{last: make([]int64, n), link: link}
	for i := 0; i < n; i++ {
		go f.observe(ctx, i)
	}
	return f
}

// Last returns a device's latest reading.
func (f *Fleet) Last(id int) int64 { return atomic.LoadInt64(&f.last[id%len(f.last)]) }

func (f *Fleet) observe(ctx context.Context, id int) {
	random := rand.New(rand.NewSource(int64(id)))
	for {
		wait := time.NewTimer(time.Duration(4000+random.Intn(8000)) * time.Millisecond)
		select {
		case <-wait.C:
			value := random.Int63n(1000)
			atomic.StoreInt64(&f.last[id], value)
			go f.link.Publish(uplink.Reading{Device: id, Value: value})
		case <-ctx.Done():
			wait.Stop()
			return
		}
	}
}
