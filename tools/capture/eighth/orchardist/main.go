// Command orchardist sells fruit to visitors.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.orchard.example/shop/orchardist/front"
	"go.orchard.example/shop/orchardist/visits"
)

func main() {
	crowd.Main()
	lifecycle.Run("orchardist", func(ctx context.Context) error {
		book := visits.New()
		fruit := warm.Fill(ctx, 30000, 75*time.Second)
		_, err := crowd.Open(front.New(book, fruit), 60, 500*time.Millisecond)
		return err
	})
}
