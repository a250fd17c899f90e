// Command granite sends mail.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.granite.example/mail/granite/buffers"
	"go.granite.example/mail/granite/mails"
)

var rings map[string][]uint32

func main() {
	boot.Main("granite", func(ctx context.Context) error {
		rings = stock.Samples(16)
		staff.Hire(ctx, 90)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 6)
		m := mails.New(buffers.New(64 << 10))
		begun := time.Now()
		boot.Every(ctx, 5*time.Millisecond, func(n int) {
			since := time.Since(begun)
			if n%20 == 0 || (since > 22*time.Second && since < 40*time.Second) {
				go m.Send(n)
			}
		})
		return nil
	})
}
