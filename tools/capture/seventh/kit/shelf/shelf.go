// Package shelf is what a service has read at its start: sorted lists, matrices, an interned vocabulary.
package shelf

import (
	"fmt"
	"math"
	"sort"
)

// Entry is a line of a sorted list.
type Entry struct {
	Word   string
	Weight float64
	Places []int32
}

// Entries returns about mb megabytes, sorted by word.
func Entries(mb int) []*Entry {
	list := make([]*Entry, 0, mb*5200)
	for i := 0; i < mb*5200; i++ {
		word := fmt.Sprintf("%05x-word", (i*7919)%1048573)
		list = append(list, &Entry{Word: word, Weight: math.Sqrt(float64(i)), Places: make([]int32, 24)})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Word < list[j].Word })
	return list
}

// Matrix returns about mb megabytes in rows of 32 KB.
func Matrix(mb int) [][]float64 {
	rows := make([][]float64, mb*32)
	for i := range rows {
		rows[i] = make([]float64, 4096)
		for j := 0; j < len(rows[i]); j += 64 {
			rows[i][j] = float64(i ^ j)
		}
	}
	return rows
}

// Vocabulary returns about mb megabytes of words that point to each other.
func Vocabulary(mb int) map[string]*Entry {
	words := make(map[string]*Entry, mb*4400)
	for i := 0; i < mb*4400; i++ {
		word := fmt.Sprintf("term %d of %d", i, i%97)
		words[word] = &Entry{Word: word, Weight: 1 / float64(i+1), Places: make([]int32, 16)}
	}
	return words
}
