// Command jersey lets people in.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.cloakhall.example/login/jersey/login"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(22)
		hum.Start(ctx, 90)
		lint.Bills(ctx, 25)
		desk := login.New()
		desk.Visitors(ctx, 160)
		return nil
	})
}
