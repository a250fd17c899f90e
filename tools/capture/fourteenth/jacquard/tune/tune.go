// Package tune gives the collector more room, step by step, as memory is free.
package tune

import (
	"log"
	"runtime/debug"
	"time"
)

// Steps sets one percentage after the other, the first at once.
func Steps(every time.Duration, percentages ...int) {
	if len(percentages) == 0 {
		return
	}
	log.Printf("collector: %d, was %d", percentages[0], debug.SetGCPercent(percentages[0]))
	time.AfterFunc(every, func() { Steps(every, percentages[1:]...) })
}
