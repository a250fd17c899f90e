// Package state is the last known state of each device.
package state

import (
	"strconv"
	"sync"
	"time"
)

// Reading is what a device said.
type Reading struct {
	At    time.Time
	Value float64
	Unit  string
}

// Shadow holds the readings.
type Shadow struct{ readings sync.Map }

// Report stores a reading.
func (s *Shadow) Report(device string, sequence int, value float64) {
	s.readings.Store(device+"#"+strconv.Itoa(sequence), &Reading{At: time.Now(), Value: value, Unit: "C"})
}
