// Package readers read texts in nine languages.
package readers

import (
	"context"
	"math/rand"
	"sync/atomic"

	"go.drapery.example/loom/start"

	"git.wordsmith.example/lang/batiste/grammar"
)

const vocabulary = 9000

var letters atomic.Int64

var syllables = []string{"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "so", "tu"}

func word(n int) string {
	text := make([]byte, 0, 12)
	for i := 0; i < 6; i++ {
		text = append(text, syllables[n%10]...)
		n = n/10 + i
	}
	return string(text)
}

// Read reads perSecond words a language.
func Read(ctx context.Context, perSecond float64) {
	for language := 0; language < 9; language++ {
		g, dice := grammar.New(), rand.New(rand.NewSource(int64(language)))
		start.Beat(ctx, perSecond/10, func(int) {
			for i := 0; i < 10; i++ {
				f := g.Of(word(language*vocabulary + dice.Intn(vocabulary)))
				letters.Add(int64(len(f.Stem)))
			}
		})
	}
}
