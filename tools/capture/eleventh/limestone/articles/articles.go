// Package articles are for sale.
package articles

import (
	"fmt"

	"go.limestone.example/shop/limestone/recent"
)

// Article is one.
type Article struct {
	Name  string
	Lines []string
	Price float64
}

// Articles are kept when they were shown.
type Articles struct {
	recent *recent.Recent[*Article]
	shown  int
}

// New keeps them in recent.
func New(r *recent.Recent[*Article]) *Articles { return &Articles{recent: r} }

func load(n int) *Article {
	a := &Article{Name: fmt.Sprintf("article-%d", n), Price: float64(n%1000) / 4}
	for i := 0; i < 10; i++ {
		a.Lines = append(a.Lines, fmt.Sprintf("line %d of what is said about article %d, which is for sale", i, n))
	}
	return a
}

// Show shows article n.
func (a *Articles) Show(n int) { a.shown += len(a.recent.Get(n, load).Lines) }
