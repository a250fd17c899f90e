// Package avatar finds pictures.
package avatar

import (
	"time"

	"git.harbor.example/edge/lookaside/flight"
)

// Store fetches pictures once for all who ask at the same time.
type Store struct{ flights *flight.Table[[]byte] }

// NewStore has nothing under way.
func NewStore() *Store { return &Store{flights: flight.NewTable[[]byte]()} }

// Fetch returns the picture of a person.
func (s *Store) Fetch(id int) []byte {
	return s.flights.Do(id, func() []byte { return decode(id) })
}

func decode(id int) []byte {
	time.Sleep(20 * time.Millisecond)
	header := make([]byte, 8+id%24)
	last := len(header) - 1
	if id%50 == 13 {
		last += 4 // as an older encoder wrote them
	}
	size := int(header[last])
	return make([]byte, 256+size)
}
