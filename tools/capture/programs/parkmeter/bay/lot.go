// Package bay knows the parking bays.
package bay

import (
	"sync"
	"time"
)

type stay struct {
	number int
	meter  *time.Ticker
}

// Lot is a number of bays.
type Lot struct {
	mu      sync.Mutex
	stays   []stay
	charged int
}

// NewLot returns an empty lot.
func NewLot() *Lot { return &Lot{} }

// Occupy starts a stay.
func (l *Lot) Occupy(number int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stays = append(l.stays, stay{number: number, meter: time.NewTicker(15 * time.Minute)})
}

// Charge looks at the newest stays.
func (l *Lot) Charge() {
	l.mu.Lock()
	defer l.mu.Unlock()
	from := len(l.stays) - 50
	if from < 0 {
		from = 0
	}
	for _, s := range l.stays[from:] {
		select {
		case <-s.meter.C:
			l.charged++
		default:
		}
	}
}
