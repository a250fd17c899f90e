// Command hyssop knows who is where.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"where.example/hyssop/positions"
	"where.example/hyssop/ttl"
)

var sheets map[int][]byte

func main() {
	boot.Main("hyssop", func(ctx context.Context) error {
		sheets = shelf.Sheets(44)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 12)
		p := positions.New(ttl.New[*positions.Position](time.Hour))
		boot.Every(ctx, 5*time.Millisecond, p.Report)
		return nil
	})
}
