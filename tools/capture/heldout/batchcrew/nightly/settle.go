// Package nightly settles what the day left open.
package nightly

import (
	"sync/atomic"
	"time"

	"git.millrace.example/etl/batchcrew/crew"
)

// Settle returns the sum of a batch.
func Settle(batch int) int64 {
	var sum atomic.Int64
	hands := crew.Hire(8)
	for item := range 60 {
		hands.Do(func() {
			time.Sleep(time.Millisecond)
			sum.Add(int64(batch ^ item))
		})
	}
	hands.Finish()
	return sum.Load()
}
