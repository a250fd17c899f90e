// Package flow joins channels.
package flow

// Concat gives all of the first channel, then all of the second.
func Concat[T any](first, second <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range first {
			out <- v
		}
		for v := range second {
			out <- v
		}
	}()
	return out
}

// Map gives what f makes of what comes.
func Map[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}
