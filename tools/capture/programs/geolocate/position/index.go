// Package position names coordinates.
package position

import (
	"hash/fnv"

	"example.org/platform/tables"

	"atlas.example/geolocate/typed"
)

type answer struct {
	name      string
	neighbors [24]int32
}

// Index names coordinates and remembers what it said.
type Index struct {
	places []*tables.Place
	said   typed.Map[string, *answer]
}

// NewIndex names by the places.
func NewIndex(places []*tables.Place) *Index { return &Index{places: places} }

// Locate names one coordinate.
func (x *Index) Locate(coordinate string) string {
	if before, ok := x.said.Load(coordinate); ok {
		return before.name
	}
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(coordinate))
	fresh := &answer{name: x.places[int(hash.Sum32())%len(x.places)].Name}
	x.said.Swap(coordinate, fresh)
	return fresh.name
}
