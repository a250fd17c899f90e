// Command holly says what is allowed in which house.
package main

import (
	"context"
	"os"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.tenantry.example/rules/holly/desk"
	"git.tenantry.example/rules/holly/rules"
)

var rolls [][]string

func main() {
	boot.Main("holly", func(ctx context.Context) error {
		rolls = keep.Rolls(16)
		tend.Start(ctx, 120)
		burn.Sums(ctx, 10)
		folder, err := os.MkdirTemp("", "houses")
		if err != nil {
			return err
		}
		if err := rules.Write(folder, 50); err != nil {
			return err
		}
		d := desk.New(folder, 12)
		boot.Every(ctx, 90*time.Millisecond, d.Serve)
		return nil
	})
}
