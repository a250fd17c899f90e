// Package product makes all combinations.
package product

import "sync"

// Iter sends every combination of one value from each set.
func Iter[T any](sets ...[]T) <-chan []T {
	out := make(chan []T)
	var making sync.WaitGroup
	making.Add(len(sets[0]))
	for _, value := range sets[0] {
		go func() {
			defer making.Done()
			iterate(out, sets[1:], []T{value})
		}()
	}
	go func() {
		making.Wait()
		close(out)
	}()
	return out
}

func iterate[T any](out chan<- []T, sets [][]T, chosen []T) {
	if len(sets) == 0 {
		out <- append([]T(nil), chosen...)
		return
	}
	for _, value := range sets[0] {
		iterate(out, sets[1:], append(chosen, value))
	}
}
