// Command sage looks numbers up.
package main

import (
	"context"
	"log"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"

	"lookup.example/sage/asks"
	"lookup.example/sage/registry"
)

func main() {
	table := registry.New()
	for i := 0; i < 420000; i++ {
		table.Insert(registry.Number(i), registry.Describe(i))
	}
	log.Printf("numbers=%d", table.Len())
	boot.Main("sage", func(ctx context.Context) error {
		crew.Start(ctx, 80)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 16)
		a := asks.New(table)
		boot.Every(ctx, 8*time.Millisecond, a.Ask)
		boot.Every(ctx, 500*time.Millisecond, a.Move)
		return nil
	})
}
