// Command feldspar finds texts.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.feldspar.example/find/feldspar/index"
	"go.feldspar.example/find/feldspar/texts"
)

var places *stock.Branch

func main() {
	boot.Main("feldspar", func(ctx context.Context) error {
		places = stock.Places(10)
		staff.Hire(ctx, 90)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 5)
		ix := index.New(90)
		boot.Every(ctx, 500*time.Millisecond, func(n int) {
			if n < 90 {
				ix.Add(n, texts.All(n, 130))
			}
		})
		boot.Every(ctx, 30*time.Millisecond, func(n int) { ix.Find(texts.Word(n)) })
		return nil
	})
}
