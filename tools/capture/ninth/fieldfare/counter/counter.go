// Package counter is where orders are made out.
package counter

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.northlight.example/works/stock"
)

var errOut = errors.New("out of stock")

// Counter looks up what is ordered.
type Counter struct{ shelves []*stock.Item }

// New has shelves.
func New(shelves []*stock.Item) *Counter { return &Counter{shelves: shelves} }

// Order makes one out. One in sixty has to be fetched from the yard.
func (c *Counter) Order(_ context.Context, number int) error {
	pause := time.Duration(5+number%20) * time.Millisecond
	if number%60 == 17 {
		pause = 600 * time.Millisecond
	}
	time.Sleep(pause)
	if number%90 == 4 {
		return errOut
	}
	return c.bill(number)
}

func (c *Counter) bill(number int) error {
	lines := make([]string, 0, 8)
	for item, i := c.shelves[number%len(c.shelves)], 0; item != nil && i < 8; item, i = item.Next, i+1 {
		lines = append(lines, fmt.Sprintf("%d x %s", 1+number%5, item.Title))
	}
	if len(lines) == 0 {
		return errOut
	}
	return nil
}
