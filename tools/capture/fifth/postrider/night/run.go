// Package night sends what has gathered over the day.
package night

import (
	"context"
	"fmt"

	"git.hoofbeat.example/mail/postrider/ride"
)

type round struct{}

// Run sends letters that nobody waits for.
type Run struct{ rider *ride.Rider }

// NewRun gives its letters to rider.
func NewRun(rider *ride.Rider) *Run { return &Run{rider: rider} }

// Send sends the nth letter.
func (r *Run) Send(n int) {
	ctx := context.WithValue(context.Background(), round{}, n)
	r.rider.Carry(ctx, fmt.Sprint("/night/", n))
}
