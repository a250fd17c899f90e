// Package index has postings by word.
package index

import (
	"context"
	"fmt"
	"time"
)

const words = 9000

// Index has postings.
type Index struct {
	version  int
	postings map[string][]uint32
}

// Build takes so long.
func Build(ctx context.Context, version int, long time.Duration) *Index {
	i := &Index{version: version, postings: make(map[string][]uint32)}
	for n := 0; n < words && ctx.Err() == nil; n++ {
		list := make([]uint32, 0, 380)
		for d := 0; d < 380; d++ {
			list = append(list, uint32(n*d+version))
		}
		i.postings[fmt.Sprint("word-", n)] = list
		if n%300 == 299 {
			time.Sleep(long / (words / 300))
		}
	}
	return i
}

// Postings are those of a word.
func (i *Index) Postings(word string) []uint32 { return i.postings[word] }
