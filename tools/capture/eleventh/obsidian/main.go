// Command obsidian loads rows into a warehouse.
package main

import (
	"context"
	"os"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.obsidian.example/load/obsidian/batch"
	"go.obsidian.example/load/obsidian/rows"
)

var places *stock.Branch

func main() {
	boot.Main("obsidian", func(ctx context.Context) error {
		places = stock.Places(18)
		staff.Hire(ctx, 80)
		dust.Lines(ctx, 20)
		dust.Blocks(ctx, 3)
		out, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		b := batch.New(90000, batch.To(out))
		boot.Every(ctx, 10*time.Millisecond, func(n int) {
			for i := 0; i < 47; i++ {
				b.Add(rows.Row(n*47 + i))
			}
		})
		return nil
	})
}
