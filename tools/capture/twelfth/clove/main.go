// Command clove looks for releases of books.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"books.example/clove/indexer"
	"books.example/clove/library"
)

var (
	words  *shelf.Node
	sheets map[int][]byte
)

func main() {
	boot.Main("clove", func(ctx context.Context) error {
		words, sheets = shelf.Words(22), shelf.Sheets(24)
		crew.Start(ctx, 80)
		mill.Seals(ctx, 25)
		mill.Sacks(ctx, 12)
		s := indexer.NewSearch(library.New(3000))
		boot.Every(ctx, 120*time.Millisecond, s.Book)
		return nil
	})
}
