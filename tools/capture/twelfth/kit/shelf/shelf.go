// Package shelf is what a service loads and keeps.
package shelf

import (
	"fmt"
	"sort"
)

// Node is of a tree of words by letters.
type Node struct {
	Below map[byte]*Node
	Word  string
	Ranks []int32
}

// Words is about mb megabytes of words by their letters.
func Words(mb int) *Node {
	root := &Node{Below: map[byte]*Node{}}
	for i := 0; i < mb*1900; i++ {
		at := root
		word := fmt.Sprintf("%06x", i*2654435761&0xffffff)
		for j := 0; j < len(word); j++ {
			below := at.Below[word[j]]
			if below == nil {
				below = &Node{Below: map[byte]*Node{}}
				at.Below[word[j]] = below
			}
			at = below
		}
		at.Word, at.Ranks = word, make([]int32, 16)
	}
	return root
}

// Span says to whom numbers belong.
type Span struct {
	From, To uint64
	Owner    string
}

// Spans is about mb megabytes of spans in the order of their numbers.
func Spans(mb int) []Span {
	spans := make([]Span, 0, mb*14000)
	for i := 0; i < mb*14000; i++ {
		from := uint64(i) * 4096
		spans = append(spans, Span{From: from, To: from + 4095, Owner: fmt.Sprintf("owner of the block %d", i)})
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].From < spans[j].From })
	return spans
}

// Sheets is about mb megabytes of sheets of 32 KB.
func Sheets(mb int) map[int][]byte {
	sheets := make(map[int][]byte, mb*32)
	for i := 0; i < mb*32; i++ {
		sheet := make([]byte, 32<<10)
		for j := 0; j < len(sheet); j += 128 {
			sheet[j] = byte(i + j)
		}
		sheets[i] = sheet
	}
	return sheets
}
