// Package cargo is what a service loads at its start and keeps.
package cargo

import (
	"fmt"
	"sort"
)

// Entry is a line of a ledger.
type Entry struct {
	Code  string
	Notes []string
	Price [12]float64
}

// Ledger is about mb megabytes of entries in the order of their codes.
func Ledger(mb int) []*Entry {
	entries := make([]*Entry, 0, mb*3600)
	for i := 0; i < mb*3600; i++ {
		entries = append(entries, &Entry{
			Code:  fmt.Sprintf("code-%06d", i*7919%1000003),
			Notes: []string{fmt.Sprint("first note of ", i), "second"},
		})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Code < entries[j].Code })
	return entries
}

// Grids is about mb megabytes of numbers in rows of 8 KB.
func Grids(mb int) [][]float64 {
	grids := make([][]float64, mb*128)
	for i := range grids {
		grids[i] = make([]float64, 1024)
		for j := 0; j < 1024; j += 32 {
			grids[i][j] = float64(i) / float64(j+1)
		}
	}
	return grids
}

// Aliases is about mb megabytes of names by other names.
func Aliases(mb int) map[string]string {
	aliases := make(map[string]string, mb*5200)
	for i := 0; i < mb*5200; i++ {
		aliases[fmt.Sprintf("alias-%07d.example", i)] = fmt.Sprintf("canonical-name-of-%07d.zone-%d.example", i, i%37)
	}
	return aliases
}
