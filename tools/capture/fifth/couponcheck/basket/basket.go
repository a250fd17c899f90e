// Package basket is what a customer wants to buy.
package basket

import "strconv"

// Basket has lines and a coupon.
type Basket struct {
	Coupon string
	Lines  []Line
}

// Line is an article.
type Line struct {
	Article string
	Price   int
	Remarks [96]byte
}

// New is the n-th basket.
func New(n int) *Basket {
	b := &Basket{Coupon: "SAVE-" + strconv.Itoa(n%700), Lines: make([]Line, 160)}
	for i := range b.Lines {
		b.Lines[i] = Line{Article: "a-" + strconv.Itoa(n+i), Price: 100 + i}
	}
	return b
}
