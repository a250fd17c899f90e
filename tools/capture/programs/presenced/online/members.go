// Package online remembers when members were seen.
package online

import (
	"sync"
	"time"
)

type sighting struct {
	at    time.Time
	tick  int
	notes [200]byte
}

// Members maps member to sighting.
type Members struct{ last sync.Map }

// Seen notes that a member was seen.
func (m *Members) Seen(member, tick int) {
	m.last.Store(member, &sighting{at: time.Now(), tick: tick})
}
