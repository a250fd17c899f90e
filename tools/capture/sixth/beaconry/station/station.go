// Package station holds the link to one beacon, and calls again when it fades.
package station

import (
	"context"
	"time"

	"git.coastguard.example/watch/beaconry/radio"
)

type link struct {
	pulse
	call *radio.Call
	name int
}

// Keep holds a link to the beacon until the context ends.
func Keep(ctx context.Context, beacon int, dialer radio.Dialer) {
	go keep(ctx, beacon, dialer)
}

func keep(ctx context.Context, beacon int, dialer radio.Dialer) {
	for turn := 0; ctx.Err() == nil; turn++ {
		l := connect(beacon, dialer.Dial(turn))
		select {
		case <-l.call.Ended():
		case <-ctx.Done():
			return
		}
		select {
		case <-time.After(300 * time.Millisecond):
		case <-ctx.Done():
			return
		}
	}
}

func connect(beacon int, call *radio.Call) *link {
	l := &link{call: call, name: beacon, pulse: pulse{to: call, every: 1800 * time.Millisecond}}
	go l.beat()
	return l
}
