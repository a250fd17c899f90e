// Command rowscope builds sheets out of archive pages.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.beacon.example/reporting/rowscope/export"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("rowscope", func(ctx context.Context) error {
		customers = ballast.Customers(20)
		sheet := export.NewSheet(5)
		load.Crew(ctx, 6, 300*time.Millisecond, func(member, n int) { sheet.Sum(member*100 + n) })
		load.Every(ctx, 1700*time.Millisecond, func(n int) { sheet.Head(n) })
		crowd.Staff(ctx, 380)
		burn.Pages(ctx, 2000)
		return nil
	})
}
