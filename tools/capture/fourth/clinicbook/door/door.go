// Package door keeps trouble inside.
package door

import "fmt"

// Closed makes an error of a panic.
func Closed(work func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("door: %v", r)
		}
	}()
	return work()
}
