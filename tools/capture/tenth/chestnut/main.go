// Command chestnut searches documents.
package main

import (
	"context"
	"fmt"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.chestnut.example/search/chestnut/index"
	"go.chestnut.example/search/chestnut/search"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("chestnut", func(ctx context.Context) error {
		ledger = cargo.Ledger(10)
		hands.Take(ctx, 75)
		spray.Pages(ctx, 30)
		s := search.New(index.Build(ctx, 0, 0))
		boot.Every(ctx, 40*time.Second, func(n int) { s.Replace(index.Build(ctx, n+1, 15*time.Second)) })
		boot.Every(ctx, 20*time.Millisecond, func(n int) { s.Find(fmt.Sprint("word-", n%9000)) })
		return nil
	})
}
