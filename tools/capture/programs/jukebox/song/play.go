// Package song plays songs.
package song

import "time"

// Play plays a song, looking for skips.
func Play(n int) int {
	skips := time.NewTicker(time.Minute)
	end := make(chan struct{}, 1)
	end <- struct{}{}
	for {
		select {
		case <-skips.C:
			n++
		case <-end:
			return n
		}
	}
}
