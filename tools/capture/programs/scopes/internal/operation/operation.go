// Package operation runs operations one after the other.
package operation

import (
	"context"
	"math/rand"
	"time"
)

// Serve runs operations until parent ends.
func Serve(parent context.Context, id int) {
	random := rand.New(rand.NewSource(int64(id)))
	for parent.Err() == nil {
		run(parent, time.Duration(200+random.Intn(2500))*time.Millisecond)
	}
}

func run(parent context.Context, length time.Duration) {
	ctx, cancel := context.WithTimeout(parent, time.Hour)
	defer cancel()
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
