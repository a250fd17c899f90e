// Package recorder keeps the latest samples.
package recorder

import "fmt"

// Sample is one reading with its remark.
type Sample struct {
	At     int
	Value  float64
	Remark []byte
}

// Ring holds a fixed number of samples.
type Ring struct {
	samples []*Sample
	next    int
}

// New holds n samples.
func New(n int) *Ring { return &Ring{samples: make([]*Sample, n)} }

// Record overwrites the oldest sample.
func (r *Ring) Record(at int, value float64) {
	r.samples[r.next] = &Sample{At: at, Value: value, Remark: []byte(fmt.Sprintf("%0512d", at))}
	r.next = (r.next + 1) % len(r.samples)
}
