// Package parallel runs a function over the items of a list.
package parallel

import "sync"

// Each calls do for every item, at most limit at a time, and returns the first error.
func Each[T any](items []T, limit int, do func(T) error) error {
	var group sync.WaitGroup
	places := make(chan struct{}, limit)
	failed := make(chan error, 2)
	for _, item := range items {
		group.Add(1)
		go func(item T) {
			defer group.Done()
			places <- struct{}{}
			defer func() { <-places }()
			if err := do(item); err != nil {
				failed <- err
			}
		}(item)
	}
	group.Wait()
	close(failed)
	return <-failed
}
