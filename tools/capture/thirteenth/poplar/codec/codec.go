// Package codec reads and writes by a schema.
package codec

import (
	"sync"

	"github.com/linkedin/goavro"
)

// Shelf keeps the codecs that were made, because making one is slow.
type Shelf struct{ made sync.Map }

// For is the codec of a schema.
func (s *Shelf) For(schema string) (*goavro.Codec, error) {
	if found, ok := s.made.Load(schema); ok {
		return found.(*goavro.Codec), nil
	}
	fresh, err := goavro.NewCodec(schema)
	if err != nil {
		return nil, err
	}
	found, _ := s.made.LoadOrStore(schema, fresh)
	return found.(*goavro.Codec), nil
}
