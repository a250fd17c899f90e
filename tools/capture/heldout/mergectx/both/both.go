// Package both joins contexts.
package both

import "context"

// Join returns a context that ends with either of two.
func Join(a, b context.Context) (context.Context, context.CancelFunc) {
	joined, cancel := context.WithCancelCause(context.WithoutCancel(a))
	go wait(joined, a, b, cancel)
	return joined, func() { cancel(context.Canceled) }
}

func wait(joined, a, b context.Context, cancel context.CancelCauseFunc) {
	select {
	case <-a.Done():
		cancel(context.Cause(a))
	case <-b.Done():
		cancel(context.Cause(b))
	case <-joined.Done():
	}
}
