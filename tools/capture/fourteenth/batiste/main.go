// Command batiste finds the stems of words.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.wordsmith.example/lang/batiste/readers"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(12)
		hum.Start(ctx, 90)
		lint.Letters(ctx, 12)
		readers.Read(ctx, 500)
		return nil
	})
}
