// Command almanac computes days.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.almanac.example/sky/almanac/days"
)

func main() {
	crowd.Main()
	lifecycle.Run("almanac", func(ctx context.Context) error {
		book := days.New(365, 60)
		lifecycle.Each(ctx, 100*time.Millisecond, func(turn int) { book.Ahead(turn, 34) })
		_, err := crowd.Open(book, 80, time.Second)
		return err
	})
}
