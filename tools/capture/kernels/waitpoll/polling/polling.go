// Package polling asks until a condition holds.
package polling

import (
	"errors"
	"time"
)

type waitFunc func(done <-chan struct{}) <-chan struct{}

func every(interval time.Duration) waitFunc {
	return func(done <-chan struct{}) <-chan struct{} {
		ticks := make(chan struct{})
		go func() {
			defer close(ticks)
			clock := time.NewTicker(interval)
			defer clock.Stop()
			for {
				<-clock.C
				select {
				case ticks <- struct{}{}:
				case <-done:
					return
				}
			}
		}()
		return ticks
	}
}

// Until returns when the condition holds or the time is over.
func Until(wait waitFunc, condition func() bool, limit time.Duration) error {
	done := make(chan struct{})
	ticks := wait(done)
	over := time.After(limit)
	for {
		select {
		case <-ticks:
			if condition() {
				close(done)
				return nil
			}
		case <-over:
			return errors.New("timed out")
		}
	}
}

// Run waits for what does not come.
func Run(n int) {
	if err := Until(every(10*time.Millisecond), func() bool { return n%8 == 7 }, 40*time.Millisecond); err != nil {
		return
	}
}
