// Package finder answers questions.
package finder

import (
	"fmt"
	"sync/atomic"

	"go.ashlar.example/lookup/ashlar/place"
)

// Answer is long.
type Answer struct {
	Question string
	Lines    []string
	Scores   []float64
}

// Finder does not look for what it has found lately.
type Finder struct {
	places       *place.Shards[string, *Answer]
	known, fresh atomic.Int64
}

// New puts answers into places.
func New(places *place.Shards[string, *Answer]) *Finder { return &Finder{places: places} }

// Find answers a question.
func (f *Finder) Find(question string) *Answer {
	if answer, found := f.places.Get(question); found {
		f.known.Add(1)
		return answer
	}
	f.fresh.Add(1)
	answer := look(question)
	f.places.Put(question, answer)
	return answer
}

func look(question string) *Answer {
	a := &Answer{Question: question, Scores: make([]float64, 900)}
	for i := 0; i < 40; i++ {
		a.Lines = append(a.Lines, fmt.Sprintf("%s: line %d of the answer, with some words that explain it", question, i))
		a.Scores[i] = 1 / float64(i+1)
	}
	return a
}
