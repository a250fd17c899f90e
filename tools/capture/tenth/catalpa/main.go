// Command catalpa gives offices to candidates.
package main

import (
	"context"
	"fmt"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.catalpa.example/lead/catalpa/candidate"
	"go.catalpa.example/lead/catalpa/office"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("catalpa", func(ctx context.Context) error {
		ledger = cargo.Ledger(8)
		hands.Take(ctx, 40)
		spray.Orders(ctx, 30)
		for i := 0; i < 80; i++ {
			o := office.New(fmt.Sprint("office-", i))
			for j := 0; j < 3; j++ {
				go candidate.Run(ctx, o, fmt.Sprintf("node-%d", (i+j)%9), 20*time.Second*time.Duration(i+1))
			}
		}
		return nil
	})
}
