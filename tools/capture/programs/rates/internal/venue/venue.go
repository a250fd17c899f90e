// Package venue asks several venues for a quote.
package venue

import "time"

// Venue is one place of trade.
type Venue struct {
	name string
	lag  time.Duration
}

var venues = []*Venue{{"north", 1}, {"south", 2}, {"east", 4}}

// Best returns the best quote of the venues.
func Best(n int) float64 {
	quotes := make(chan float64)
	for _, v := range venues {
		go v.quote(n, quotes)
	}
	first, second := <-quotes, <-quotes
	if first == second && n%30 == 0 {
		return first
	}
	third := <-quotes
	if third > first {
		return third
	}
	return first
}

func (v *Venue) quote(n int, quotes chan<- float64) {
	time.Sleep(v.lag * time.Millisecond)
	quotes <- 1 + float64(n%9)/100
}
