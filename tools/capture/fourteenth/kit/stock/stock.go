// Package stock is what a service has in memory from its start.
package stock

import (
	"fmt"
	"strings"
)

// Price is what an article costs where.
type Price struct {
	Article string
	By      [12]float64
	Next    *Price
}

// Prices is about mb megabytes of prices by article.
func Prices(mb int) map[string]*Price {
	prices := make(map[string]*Price, mb*4200)
	var last *Price
	for i := 0; i < mb*4200; i++ {
		name := fmt.Sprintf("article-%07d", i)
		last = &Price{Article: name, Next: last}
		for j := range last.By {
			last.By[j] = float64(i) / float64(j+1)
		}
		prices[name] = last
	}
	return prices
}

// Bolts is about mb megabytes of plain bytes, in bolts of 64 KB.
func Bolts(mb int) [][]byte {
	bolts := make([][]byte, mb*16)
	for i := range bolts {
		bolts[i] = make([]byte, 64<<10)
		for j := range bolts[i] {
			bolts[i][j] = byte(i * j)
		}
	}
	return bolts
}

// Patterns is about mb megabytes of lists of short words.
func Patterns(mb int) [][]string {
	patterns := make([][]string, mb*100)
	for i := range patterns {
		for j := 0; j < 200; j++ {
			patterns[i] = append(patterns[i], fmt.Sprintf("thread %d of %d", j, i))
		}
	}
	return patterns
}

// Text is n bytes of text, another one for each seed.
func Text(n, seed int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		fmt.Fprintf(&out, "%d over, %d under, then turn; ", i*31%997, seed)
	}
	return out.String()[:n]
}
