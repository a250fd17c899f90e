// Command elector waits to become leader.
package main

import (
	"context"
	"os"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/kvlabs/elector/internal/lease"
)

func main() {
	ctx := context.Background()
	churn.Start(ctx, 8, 1400)
	board := lease.NewBoard()
	for i := 0; i < 24; i++ {
		go board.Campaign(i)
	}
	go board.Renew()
	ops.Serve(os.Getenv("ADDR"))
	select {}
}
