// Command mica ships lines of logs.
package main

import (
	"context"
	"os"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.mica.example/ship/mica/prospect"
	"go.mica.example/ship/mica/writers"
)

var places *stock.Branch

func main() {
	boot.Main("mica", func(ctx context.Context) error {
		places = stock.Places(25)
		staff.Hire(ctx, 80)
		dust.Lines(ctx, 20)
		dust.Blocks(ctx, 6)
		folder, err := os.MkdirTemp("", "logs")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { _ = os.RemoveAll(folder) })
		w := writers.New(folder, 6)
		boot.Every(ctx, 40*time.Millisecond, w.Write)
		boot.Every(ctx, 1500*time.Millisecond, w.Rotate)
		boot.Every(ctx, 250*time.Millisecond, prospect.New(folder).Scan)
		return nil
	})
}
