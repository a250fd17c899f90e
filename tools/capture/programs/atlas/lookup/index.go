// Package lookup finds places.
package lookup

import "example.org/platform/tables"

// Index is all tables together.
type Index struct {
	places []*tables.Place
	terms  map[string]uint32
	tiles  [][]byte
}

// NewIndex joins the tables.
func NewIndex(places []*tables.Place, terms map[string]uint32, tiles [][]byte) *Index {
	return &Index{places: places, terms: terms, tiles: tiles}
}

// Where describes the place a term stands for.
func (x *Index) Where(term string) string {
	n := int(x.terms[term])
	return x.places[n%len(x.places)].Name + string('a'+x.tiles[n%len(x.tiles)][0]%26)
}
