// Command nutmeg decides who may do what.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"authz.example/nutmeg/checks"
	"authz.example/nutmeg/relations"
)

var (
	words  *shelf.Node
	sheets map[int][]byte
)

func main() {
	boot.Main("nutmeg", func(ctx context.Context) error {
		words, sheets = shelf.Words(20), shelf.Sheets(30)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 14)
		c := checks.New(relations.NewCache(4500))
		boot.Every(ctx, 6*time.Millisecond, c.Check)
		return nil
	})
}
