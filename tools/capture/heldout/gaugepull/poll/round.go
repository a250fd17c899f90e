// Package poll goes from gauge to gauge.
package poll

import (
	"log"
	"sync/atomic"

	"git.meter.example/scada/gaugepull/gauge"
)

// Round remembers how many have answered.
type Round struct {
	address string
	heard   atomic.Int64
}

// NewRound asks at this address.
func NewRound(address string) *Round { return &Round{address: address} }

// Step asks one gauge without waiting.
func (r *Round) Step(int) { go r.ask() }

func (r *Round) ask() {
	line, err := gauge.Connect(r.address)
	if err != nil {
		log.Print(err)
		return
	}
	defer line.Close()
	if _, err := line.Read(); err == nil {
		r.heard.Add(1)
	}
}
