// Package tempo counts beats.
package tempo

import "time"

// Track is what is played.
type Track struct{ beats int }

// Start counts the track's beats.
func (t *Track) Start(n int) {
	tick := time.Tick(time.Minute)
	end := make(chan struct{}, 1)
	end <- struct{}{}
	for {
		select {
		case <-tick:
			t.beats += n
		case <-end:
			return
		}
	}
}
