// Package beats is what happens.
package beats

import (
	"fmt"
	"math/rand"
	"net/http"

	"git.wristwork.example/stat/pulsemeter/window"
)

const routes = 700

// Spread is how long something took.
type Spread struct {
	Count   uint64
	Buckets [48]uint64
}

// Reset forgets.
func (s *Spread) Reset() { *s = Spread{} }

// Last are the spreads of the last seconds.
type Last = window.Window[string, Spread]

var names = func() (all [routes]string) {
	for i := range all {
		all[i] = fmt.Sprintf("/api/route-%03d", i)
	}
	return all
}()

// Feed makes things happen.
func Feed(last *Last) func(n int) {
	rng := rand.New(rand.NewSource(21))
	return func(int) {
		for i := 0; i < 60; i++ {
			took := int(rng.ExpFloat64() * 8)
			last.Note(names[rng.Intn(routes)], (*Spread).Reset, func(s *Spread) {
				s.Count++
				if took < len(s.Buckets) {
					s.Buckets[took]++
				}
			})
		}
	}
}

// Path asks about a route.
func Path(caller, turn int) string { return names[(caller*71+turn)%routes] }

// Report serves the sum of a route's last seconds.
func Report(last *Last) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var sum Spread
		last.Each(r.URL.Path, func(s *Spread) {
			sum.Count += s.Count
			for i, n := range s.Buckets {
				sum.Buckets[i] += n
			}
		})
		fmt.Fprintln(w, sum.Count, sum.Buckets)
	}
}
