// Command vintages knows wines.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.vintages.example/cellar/vintages/generations"
	"go.vintages.example/cellar/vintages/tasting"
)

func main() {
	crowd.Main()
	lifecycle.Run("vintages", func(ctx context.Context) error {
		wines := generations.New()
		lifecycle.Each(ctx, 11*time.Second, func(int) { wines.Turn() })
		_, err := crowd.Open(tasting.New(wines), 220, 700*time.Millisecond)
		return err
	})
}
