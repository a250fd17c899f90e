// Package tables loads the reference data a service keeps for its whole life.
package tables

import (
	"fmt"
	"math/rand"
)

const megabyte = 1 << 20

// Place is one row of the gazetteer.
type Place struct {
	Code, Name string
	Lat, Lon   float64
}

// Gazetteer returns about mb megabytes of places: many small objects.
func Gazetteer(mb int) []*Place {
	rng := rand.New(rand.NewSource(7))
	places := make([]*Place, 0, mb*megabyte/112)
	for i := 0; i < cap(places); i++ {
		places = append(places, &Place{
			Code: fmt.Sprintf("%06x", i),
			Name: fmt.Sprintf("place %d of region %d", i, rng.Intn(900)),
			Lat:  rng.Float64(), Lon: rng.Float64(),
		})
	}
	return places
}

// Rates returns about mb megabytes of rate curves: rows of 8 KB without pointers.
func Rates(mb int) [][]float64 {
	rng := rand.New(rand.NewSource(8))
	rows := make([][]float64, mb*megabyte/8192)
	for i := range rows {
		rows[i] = make([]float64, 1024)
		for j := range rows[i] {
			rows[i][j] = rng.NormFloat64()
		}
	}
	return rows
}

// Dictionary returns a map of words, about mb megabytes with its keys.
func Dictionary(mb int) map[string]uint32 {
	words := make(map[string]uint32, mb*megabyte/72)
	for i := 0; i < mb*megabyte/72; i++ {
		words[fmt.Sprintf("term-%08d", i*7)] = uint32(i)
	}
	return words
}

// Tiles returns mb blocks of one megabyte.
func Tiles(mb int) [][]byte {
	tiles := make([][]byte, mb)
	for i := range tiles {
		tiles[i] = make([]byte, megabyte)
		rand.New(rand.NewSource(int64(i))).Read(tiles[i])
	}
	return tiles
}
