// Command rosemary routes by rules that its tenants wrote.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"route.example/rosemary/rules"
	"route.example/rosemary/traffic"
)

var sheets map[int][]byte

func main() {
	boot.Main("rosemary", func(ctx context.Context) error {
		sheets = shelf.Sheets(34)
		crew.Start(ctx, 100)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 12)
		r := rules.New(900)
		boot.Every(ctx, 15*time.Millisecond, func(n int) { r.Route(traffic.Path(n)) })
		return nil
	})
}
