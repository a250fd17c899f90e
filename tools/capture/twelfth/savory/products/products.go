// Package products are what is sold.
package products

import "fmt"

// Catalogue makes its products when they are read.
type Catalogue struct{ n int }

// New has n products.
func New(n int) *Catalogue { return &Catalogue{n: n} }

// Len is how many there are.
func (c *Catalogue) Len() int { return c.n }

// Words are those of product i.
func (c *Catalogue) Words(i int) []string {
	words := make([]string, 0, 8)
	for j := 0; j < 8; j++ {
		words = append(words, fmt.Sprintf("w%d", (i*31+j*j*17)%5200))
	}
	return words
}
