// Package gauge remembers what was read, for a while.
package gauge

import (
	"sync"
	"time"

	"git.loadpoint.example/power/organza/bus"
)

// Forget is the topic that has all gauges read anew.
const Forget = "forget"

// Cached reads by read, and again when what was read is older than life.
func Cached[T any](read func() (T, error), life time.Duration) func() (T, error) {
	var (
		mu   sync.Mutex
		at   time.Time
		last T
		err  error
	)
	bus.Default.Hear(Forget, func() {
		mu.Lock()
		at = time.Time{}
		mu.Unlock()
	})
	return func() (T, error) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(at) > life {
			last, err = read()
			at = time.Now()
		}
		return last, err
	}
}
