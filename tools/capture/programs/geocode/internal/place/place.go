// Package place finds streets.
package place

import (
	"fmt"
	"time"

	"github.com/maps-co/geocode/internal/once"
)

// Finder finds streets, each one once at a time.
type Finder struct{ calls *once.Calls }

// NewFinder finds.
func NewFinder() *Finder { return &Finder{calls: once.New()} }

// Locate returns a street's coordinates.
func (f *Finder) Locate(street int) (point string, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("place: street %d: %v", street, problem)
		}
	}()
	return f.Find(street), nil
}

// Find asks the map.
func (f *Finder) Find(street int) string {
	return f.calls.Do(street, func(id int) string {
		time.Sleep(4 * time.Millisecond)
		parts := []string{"52.5", "13.4"}
		return parts[0] + " " + parts[1+id/57]
	})
}
