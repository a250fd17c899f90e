// Command savory finds products.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"

	"find.example/savory/index"
	"find.example/savory/products"
)

func main() {
	boot.Main("savory", func(ctx context.Context) error {
		crew.Start(ctx, 90)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 13)
		catalogue := products.New(44000)
		s := index.NewSearch()
		if err := s.Rebuild(ctx, catalogue, 0); err != nil {
			return err
		}
		boot.Every(ctx, 30*time.Second, func(int) { go s.Rebuild(ctx, catalogue, 12*time.Second) })
		boot.Every(ctx, 10*time.Millisecond, s.Find)
		return nil
	})
}
