// Package stock is what a service holds from its start to its end.
package stock

import "strconv"

// Item is a line of the catalogue.
type Item struct {
	Number int
	Title  string
	Next   *Item
	Counts [6]int64
}

// Catalogue is about mb megabytes of items, linked within their shelf.
func Catalogue(mb int) []*Item {
	shelves := make([]*Item, 64)
	for i := 0; i < mb*7600; i++ {
		shelf := i % len(shelves)
		shelves[shelf] = &Item{Number: i, Title: "item number " + strconv.Itoa(i) + " of all", Next: shelves[shelf]}
	}
	return shelves
}

// Panels is about mb megabytes in pieces of 16 KB.
func Panels(mb int) [][]uint32 {
	panels := make([][]uint32, mb*64)
	for i := range panels {
		panels[i] = make([]uint32, 4096)
		for j := 0; j < len(panels[i]); j += 128 {
			panels[i][j] = uint32(i * j)
		}
	}
	return panels
}

// Zones is about mb megabytes of names by their zone.
func Zones(mb int) map[string][]string {
	zones := make(map[string][]string, mb*16)
	for i := 0; i < mb*16; i++ {
		names := make([]string, 900)
		for j := range names {
			names[j] = "host-" + strconv.Itoa(i) + "-" + strconv.Itoa(j) + ".zone.example"
		}
		zones["zone-"+strconv.Itoa(i)] = names
	}
	return zones
}
