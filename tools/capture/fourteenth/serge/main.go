// Command serge checks what it is sent by the shape that comes with it.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.interpreter.example/gate/serge/gate"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(16)
		hum.Start(ctx, 80)
		lint.Letters(ctx, 10)
		base, err := start.Listen(gate.New())
		if err != nil {
			return err
		}
		gate.Senders(ctx, base, 26)
		return nil
	})
}
