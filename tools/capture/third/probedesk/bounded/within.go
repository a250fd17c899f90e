// Package bounded limits how long one waits for a function.
package bounded

import (
	"context"
	"errors"
	"time"
)

// ErrLate means that the time was over first.
var ErrLate = errors.New("bounded: too late")

// Within returns what work returns, or ErrLate after limit.
func Within[T any](ctx context.Context, limit time.Duration, work func() T) (T, error) {
	answer := make(chan T)
	go func() { answer <- work() }()

	patience := time.NewTimer(limit)
	defer patience.Stop()
	var none T
	select {
	case value := <-answer:
		return value, nil
	case <-patience.C:
		return none, ErrLate
	case <-ctx.Done():
		return none, ctx.Err()
	}
}
