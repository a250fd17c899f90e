// Command corduroy keeps records and lets them be watched.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.registrar.example/store/corduroy/keep"
	"git.registrar.example/store/corduroy/watch"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(28)
		hum.Start(ctx, 190)
		lint.Letters(ctx, 10)
		store := keep.New(ctx, 400)
		watch.Readers(ctx, store, 1.6)
		return nil
	})
}
