// Command tenpins pages through tables.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.tenpins.example/lanes/tenpins/cursors"
	"go.tenpins.example/lanes/tenpins/table"
)

var codes map[string][]uint16

func main() {
	service.Main("tenpins", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		residents.Settle(ctx, 50)
		grist.Sheets(ctx, 150)
		rows := table.New(4000)
		desk := cursors.Open(rows, 130)
		cadence.Loop(ctx, 30*time.Millisecond, func(n int) { desk.Page(n % 12) })
		cadence.Loop(ctx, 900*time.Millisecond, func(n int) { desk.Renew(100 + n%30) })
		return nil
	})
}
