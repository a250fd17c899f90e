// Command balsa sends letters.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.balsa.example/mail/balsa/letters"
	"go.balsa.example/mail/balsa/loan"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("balsa", func(ctx context.Context) error {
		ledger = cargo.Ledger(14)
		hands.Take(ctx, 60)
		spray.Orders(ctx, 40)
		sender := letters.New(loan.New(128 << 10))
		boot.Every(ctx, 100*time.Millisecond, sender.Letter)
		time.AfterFunc(15*time.Second, func() { sender.Campaign(160) })
		return nil
	})
}
