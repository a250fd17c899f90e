// Package keep is what a service loads when it starts and keeps.
package keep

import (
	"fmt"
	"sort"
	"strings"
)

// Parcel is a place in a register.
type Parcel struct{ Sheet, Number uint32 }

// Deed says whose a parcel is.
type Deed struct {
	Holder string
	Shares [6]uint64
	Claims []string
}

// Deeds is about mb megabytes of deeds by parcel.
func Deeds(mb int) map[Parcel]*Deed {
	deeds := make(map[Parcel]*Deed, mb*4600)
	for i := 0; i < mb*4600; i++ {
		deeds[Parcel{uint32(i / 97), uint32(i % 97)}] = &Deed{
			Holder: fmt.Sprint("holder of parcel ", i),
			Claims: []string{"way", fmt.Sprint("well ", i%31)},
		}
	}
	return deeds
}

// Rolls is about mb megabytes of names in rolls, each in order.
func Rolls(mb int) [][]string {
	rolls := make([][]string, mb*20)
	for i := range rolls {
		roll := make([]string, 0, 1100)
		for j := 0; j < 1100; j++ {
			roll = append(roll, fmt.Sprintf("%08x of roll %d", uint32(i*j)*2654435761, i))
		}
		sort.Strings(roll)
		rolls[i] = roll
	}
	return rolls
}

// Plans is about mb megabytes of square plans.
func Plans(mb int) [][]float64 {
	plans := make([][]float64, mb*8)
	for i := range plans {
		plans[i] = make([]float64, 16<<10)
		for j := 0; j < len(plans[i]); j += 32 {
			plans[i][j] = float64(i) / float64(j+1)
		}
	}
	return plans
}

// Text is n bytes of plain text that differs by seed.
func Text(n, seed int) string {
	var out strings.Builder
	for out.Len() < n {
		fmt.Fprintf(&out, "line %d of %d: as it stands in the book, so it is read out. ", out.Len()*31%1009, seed)
	}
	return out.String()[:n]
}
