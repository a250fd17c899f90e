// Package builder makes an index of all documents.
package builder

import (
	"fmt"
	"time"

	"go.northlight.example/works/stock"

	"go.hawser.example/search/hawser/index"
)

// Builder has documents.
type Builder struct {
	shelves   []*stock.Item
	documents int
}

// New makes n documents of shelves.
func New(shelves []*stock.Item, n int) *Builder { return &Builder{shelves: shelves, documents: n} }

// Build takes about so long.
func (b *Builder) Build(generation int, over time.Duration) *index.Index {
	x := index.New(generation, b.documents)
	const rest = 400
	for i := 0; i < b.documents; i++ {
		x.Add(b.title(i, generation), words(i, generation))
		if i%rest == 0 && over > 0 {
			time.Sleep(over * rest / time.Duration(b.documents))
		}
	}
	return x
}

func (b *Builder) title(i, generation int) string {
	item := b.shelves[i%len(b.shelves)]
	return fmt.Sprintf("%s, edition %d.%d", item.Title, generation, i)
}

func words(i, generation int) []string {
	words := make([]string, 24)
	for j := range words {
		words[j] = fmt.Sprintf("w%d", (i*31+j*j*17+generation)%6000)
	}
	return words
}
