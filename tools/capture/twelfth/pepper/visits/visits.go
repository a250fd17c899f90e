// Package visits is what is asked for.
package visits

import (
	"fmt"
	"time"

	"serve.example/pepper/store"
)

// Loader makes an object.
type Loader interface{ Load(n int) store.Object }

// Visits ask for texts by day and for pictures by night.
type Visits struct {
	store           *store.Store
	texts, pictures Loader
	day             time.Duration
	since           time.Time
	hits            int
}

// New begins a day.
func New(s *store.Store, texts, pictures Loader, day time.Duration) *Visits {
	return &Visits{store: s, texts: texts, pictures: pictures, day: day, since: time.Now()}
}

// Visit is visit n: nine in ten for what the hour wants.
func (v *Visits) Visit(n int) {
	kind, loader := "text", v.texts
	night := time.Since(v.since)%v.day > v.day/2
	if night != (n%10 == 0) {
		kind, loader = "picture", v.pictures
	}
	key := fmt.Sprintf("%s/%d", kind, n*3/4)
	if _, ok := v.store.Get(key); ok {
		v.hits++
		return
	}
	v.store.Put(key, loader.Load(n))
}
