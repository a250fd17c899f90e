// Package records is what is kept.
package records

import (
	"fmt"
	"math/rand"
)

// Record is kept under its key.
type Record struct {
	Key  string
	Body []byte
}

// Source makes records.
type Source struct{ rng *rand.Rand }

// NewSource makes records of its own.
func NewSource(seed int64) *Source { return &Source{rng: rand.New(rand.NewSource(seed))} }

// Key is the nth key.
func Key(n int) string { return fmt.Sprintf("rec-%08x", uint32(n)*2654435761) }

// Next makes a record.
func (s *Source) Next() Record {
	return Record{Key: Key(s.rng.Intn(1 << 22)), Body: make([]byte, 300+s.rng.Intn(300))}
}
