// Package samples come in batches.
package samples

import (
	"encoding/json"
	"fmt"
	"math"
)

// Sample is a value of a series.
type Sample struct {
	Series string  `json:"series"`
	Value  float64 `json:"value"`
	Unit   string  `json:"unit"`
}

// Source has series.
type Source struct{ series []string }

// New has n series.
func New(n int) *Source {
	s := &Source{}
	for i := 0; i < n; i++ {
		s.series = append(s.series, fmt.Sprintf("host-%03d.rack-%02d.load", i, i%12))
	}
	return s
}

// Batch is as it came over the wire, read.
func (s *Source) Batch(n int) []Sample {
	batch := make([]Sample, 200)
	for i := range batch {
		at := (n*200 + i) % len(s.series)
		batch[i] = Sample{Series: s.series[at], Value: 50 + 50*math.Sin(float64(n*at)), Unit: "percent"}
	}
	text, err := json.Marshal(batch)
	if err != nil {
		return nil
	}
	var back []Sample
	if err := json.Unmarshal(text, &back); err != nil {
		return nil
	}
	return back
}
