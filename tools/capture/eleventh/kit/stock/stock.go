// Package stock is what a service has in memory from its start on.
package stock

import (
	"fmt"
	"math/rand"
)

// Branch is a node of a tree of places.
type Branch struct {
	Name   string
	Bounds [4]float64
	Below  []*Branch
}

// Places is about mb megabytes of a tree, eight branches to a node.
func Places(mb int) *Branch {
	root := &Branch{Name: "world"}
	level := []*Branch{root}
	for left := mb * 6400; left > 0; {
		var next []*Branch
		for _, b := range level {
			for i := 0; i < 8 && left > 0; i++ {
				below := &Branch{Name: fmt.Sprintf("%s/%d", b.Name[max(0, len(b.Name)-24):], left%977)}
				below.Bounds[i%4] = float64(left)
				b.Below = append(b.Below, below)
				next = append(next, below)
				left--
			}
		}
		level = next
	}
	return root
}

// Samples is about mb megabytes of readings by sensor, in rings of 16 KB.
func Samples(mb int) map[string][]uint32 {
	random := rand.New(rand.NewSource(int64(mb)))
	rings := make(map[string][]uint32, mb*64)
	for i := 0; i < mb*64; i++ {
		ring := make([]uint32, 4096)
		for j := 0; j < len(ring); j += 64 {
			ring[j] = random.Uint32()
		}
		rings[fmt.Sprintf("sensor-%05d", i)] = ring
	}
	return rings
}

// Rules is about mb megabytes of conditions and what follows from them.
func Rules(mb int) [][]string {
	rules := make([][]string, 0, mb*2500)
	for i := 0; i < mb*2500; i++ {
		rule := make([]string, 0, 6)
		for j := 0; j < 6; j++ {
			rule = append(rule, fmt.Sprintf("when field-%d of form-%d is above %d", j, i, i*j%1000))
		}
		rules = append(rules, rule)
	}
	return rules
}
